namespace Sensorium.Perception;

/// <summary>
/// Turns the tokens of a passage into hashed features: tokens, pairs, negated words, letters within words, syllables and letters of Hangul
/// (whose endings carry much of the feeling), and how it is written. Nothing is allocated.
/// </summary>
internal static class TextFeatures
{
    private const int FewestLetters = 2, MostLetters = 5;
    private const int MostSyllables = 3;
    private const int FewestJamo = 3, MostJamo = 6;
    private const uint WordEdge = '\u0002';
    private const uint TextEdge = '\u0003';
    private const uint Between = '\u0001';

    /// <summary>Writes the features.</summary>
    /// <param name="tokens">The tokens, with negation marked.</param>
    /// <param name="features">Receives the features; what it held is forgotten.</param>
    public static void Write(TokenList tokens, FeatureList features)
    {
        features.Clear();
        Style(tokens, features);
        ulong before = FeatureHash.Push(FeatureHash.Begin(FeatureKind.Pair), TextEdge);
        ulong earlier = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            TextToken token = tokens.Tokens[i];
            ReadOnlySpan<char> letters = tokens.Letters(token);
            features.Add(FeatureKind.Token, FeatureHash.Push(FeatureHash.Begin(FeatureKind.Token), letters), i);
            features.Add(FeatureKind.Pair, FeatureHash.Push(FeatureHash.Push(before, Between), letters), i);
            if (i > 1)
            {
                features.Add(FeatureKind.Gap, FeatureHash.Push(FeatureHash.Push(earlier, Between + (uint)FeatureKind.Gap), letters), i);
            }

            earlier = before;
            before = FeatureHash.Push(FeatureHash.Begin(FeatureKind.Pair), letters);
            if ((token.Traits & TokenTraits.Negated) != 0)
            {
                features.Add(FeatureKind.Negated, FeatureHash.Push(FeatureHash.Begin(FeatureKind.Negated), letters), i);
            }

            if ((token.Traits & (TokenTraits.Title | TokenTraits.Capitals)) != 0)
            {
                uint shape = (token.Traits & TokenTraits.Title) != 0 ? 1u : 2;
                features.Add(FeatureKind.Cased, FeatureHash.Push(FeatureHash.Push(FeatureHash.Begin(FeatureKind.Cased), shape + (i == 0 ? 2u : 0)), letters), i);
            }

            Spell(token, letters, i, features);
        }

        features.Add(FeatureKind.Pair, FeatureHash.Push(FeatureHash.Push(before, Between), TextEdge), tokens.Count - 1);
    }

    private static void Spell(TextToken token, ReadOnlySpan<char> letters, int index, FeatureList features)
    {
        switch (token.Kind)
        {
            case TokenKind.Word:
                Grams(letters, FeatureKind.Letters, FewestLetters, MostLetters, index, features);
                break;
            case TokenKind.Hangul:
                Grams(letters, FeatureKind.Syllables, 1, MostSyllables, index, features);
                Jamo(letters, index, features);
                break;
            case TokenKind.Jamo:
                Grams(letters, FeatureKind.Syllables, 1, MostSyllables, index, features);
                break;
        }
    }

    /// <summary>All runs of letters of the lengths wanted, the edges of the word counted as letters.</summary>
    private static void Grams(ReadOnlySpan<char> letters, FeatureKind kind, int fewest, int most, int index, FeatureList features)
    {
        int last = letters.Length + 1;
        for (int from = 0; from <= last; from++)
        {
            ulong state = FeatureHash.Begin(kind);
            int end = Math.Min(from + most - 1, last);
            for (int at = from; at <= end; at++)
            {
                state = FeatureHash.Push(state, at == 0 || at == last ? WordEdge : letters[at - 1]);
                if (at - from + 1 >= fewest && !(fewest == 1 && at == from && (at == 0 || at == last)))
                {
                    features.Add(kind, state, index);
                }
            }
        }
    }

    private static void Jamo(ReadOnlySpan<char> syllables, int index, FeatureList features)
    {
        const int First = '가', Vowels = 21, Finals = 28, LongestWord = 64;
        Span<ushort> jamo = stackalloc ushort[(3 * LongestWord) + 2];
        int count = 0;
        jamo[count++] = (ushort)WordEdge;
        foreach (char syllable in syllables[..Math.Min(syllables.Length, LongestWord)])
        {
            int code = syllable - First;
            jamo[count++] = (ushort)(0x1100 + (code / (Vowels * Finals)));
            jamo[count++] = (ushort)(0x1161 + (code / Finals % Vowels));
            if (code % Finals > 0)
            {
                jamo[count++] = (ushort)(0x11A7 + (code % Finals));
            }
        }

        jamo[count++] = (ushort)WordEdge;
        for (int from = 0; from + FewestJamo <= count; from++)
        {
            ulong state = FeatureHash.Begin(FeatureKind.Jamo);
            int end = Math.Min(from + MostJamo, count);
            for (int at = from; at < end; at++)
            {
                state = FeatureHash.Push(state, jamo[at]);
                if (at - from + 1 >= FewestJamo)
                {
                    features.Add(FeatureKind.Jamo, state, index);
                }
            }
        }
    }

    private static void Style(TokenList tokens, FeatureList features)
    {
        int titles = 0, numbers = 0, marks = 0, exclaims = 0, questions = 0, words = 0, capitals = 0, drawn = 0, laughs = 0, cries = 0, glad = 0, sad = 0, hangul = 0, negated = 0;
        foreach (TextToken token in tokens.Tokens)
        {
            ReadOnlySpan<char> letters = tokens.Letters(token);
            exclaims += token.Kind == TokenKind.Mark && letters[0] == '!' ? letters.Length : 0;
            questions += token.Kind == TokenKind.Mark && letters[0] == '?' ? letters.Length : 0;
            words += token.Kind == TokenKind.Word ? 1 : 0;
            titles += (token.Traits & TokenTraits.Title) != 0 ? 1 : 0;
            numbers += token.Kind == TokenKind.Number ? 1 : 0;
            marks += token.Kind == TokenKind.Mark ? 1 : 0;
            hangul += token.Kind == TokenKind.Hangul ? 1 : 0;
            capitals += (token.Traits & TokenTraits.Capitals) != 0 && letters.Length > 1 ? 1 : 0;
            drawn += (token.Traits & TokenTraits.Drawn) != 0 ? 1 : 0;
            negated += (token.Traits & TokenTraits.Negated) != 0 ? 1 : 0;
            laughs += token.Kind == TokenKind.Jamo && letters[0] is 'ㅋ' or 'ㅎ' ? letters.Length : 0;
            cries += token.Kind == TokenKind.Jamo && letters[0] is 'ㅠ' or 'ㅜ' ? letters.Length : 0;
            int sign = token.Kind switch { TokenKind.Emoticon => Emoticons.SignOf(letters), TokenKind.Emoji => EmojiFeelings.SignOf(letters), _ => 0 };
            glad += sign > 0 ? 1 : 0;
            sad += sign < 0 ? 1 : 0;
        }

        ReadOnlySpan<int> counts = [exclaims, questions, Steps(capitals * 8, words), drawn, laughs, cries, glad, sad, negated, Length(words + hangul), hangul > 0 && words > 0 ? 1 : 0, Steps(titles * 8, words), titles, numbers, marks, Length(marks)];
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                ulong state = FeatureHash.Push(FeatureHash.Begin(FeatureKind.Style), (uint)i);
                features.Add(FeatureKind.Style, FeatureHash.Push(state, (uint)Math.Min(counts[i], 8)), FeatureList.Whole);
            }
        }
    }

    private static int Steps(int part, int whole) => whole == 0 ? 0 : part / whole;

    // Halves of an octave: 1, 2, 3, 4, 6, 8, 12, 16 ... words.
    private static int Length(int words) => words == 0 ? 0 : Math.Clamp((int)(Math.Log2(words) * 1.5) + 1, 1, 8);
}

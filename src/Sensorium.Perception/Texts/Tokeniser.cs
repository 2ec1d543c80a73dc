using System.Globalization;

namespace Sensorium.Perception;

/// <summary>
/// Parts a passage into tokens: words, Hangul, pictographs, emoticons and marks. Letters become small, a letter drawn out more than twice is
/// shortened to two, digits become one sign. Nothing is allocated.
/// </summary>
internal static class Tokeniser
{
    private const char NumberSign = '#';
    private const int LongestRun = 4;
    private const int LongestMark = 3;

    /// <summary>Parts a passage.</summary>
    /// <param name="text">At most <see cref="TextPassages.Longest"/> letters, in normalisation form C.</param>
    /// <param name="tokens">Receives the tokens; what it held is forgotten.</param>
    public static void Split(ReadOnlySpan<char> text, TokenList tokens)
    {
        tokens.Clear();
        int at = 0;
        while (at < text.Length)
        {
            at = Next(text, at, tokens);
        }
    }

    private static int Next(ReadOnlySpan<char> text, int at, TokenList tokens)
    {
        char c = text[at];
        if (char.IsWhiteSpace(c))
        {
            return at + 1;
        }

        bool begins = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
        if ((begins || !char.IsLetter(c)) && Emoticons.LengthAt(text[at..]) is > 0 and int face)
        {
            return Emoticon(text.Slice(at, face), at, tokens);
        }

        if (IsSyllable(c))
        {
            return Hangul(text, at, tokens);
        }

        if (IsJamo(c))
        {
            return Run(text, at, tokens, TokenKind.Jamo, LongestRun);
        }

        if (char.IsDigit(c))
        {
            return Number(text, at, tokens);
        }

        if (char.IsSurrogate(c) || IsPictograph(c))
        {
            return Emoji(text, at, tokens);
        }

        return char.IsLetter(c) ? Word(text, at, tokens) : Run(text, at, tokens, TokenKind.Mark, LongestMark);
    }

    /// <summary>Whether a letter is a Hangul syllable.</summary>
    /// <param name="c">The letter.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsSyllable(char c) => c is >= '가' and <= '힣';

    private static bool IsJamo(char c) => c is >= 'ㄱ' and <= 'ㆎ';

    private static bool IsPictograph(char c) => c is (>= '\u2190' and <= '\u2bff') or '\u3030' or '\u303d' or '\u200d' or '\ufe0f' or '\u20e3';

    private static bool IsWordLetter(char c) => char.IsLetter(c) && !IsSyllable(c) && !IsJamo(c);

    private static int Emoticon(ReadOnlySpan<char> face, int at, TokenList tokens)
    {
        foreach (char c in face)
        {
            tokens.Push(c);
        }

        tokens.End(TokenKind.Emoticon);
        return at + face.Length;
    }

    private static int Word(ReadOnlySpan<char> text, int at, TokenList tokens)
    {
        TokenTraits traits = TokenTraits.None;
        int small = 0, letters = 0, same = 0;
        char before = '\0';
        bool title = char.IsUpper(text[at]);
        for (; at < text.Length; at++)
        {
            char c = text[at] is '’' or '`' ? '\'' : text[at];
            bool inner = c == '\'' && letters > 0 && at + 1 < text.Length && IsWordLetter(text[at + 1]);
            if (!IsWordLetter(c) && !inner)
            {
                break;
            }

            char lower = char.IsAscii(c) ? char.ToLowerInvariant(c) : Lower(c);
            small += c == lower && !inner ? 1 : 0;
            same = lower == before ? same + 1 : 1;
            before = lower;
            letters++;
            if (same > 2)
            {
                traits |= TokenTraits.Drawn;
                continue;
            }

            tokens.Push(lower);
        }

        traits |= small == 0 && letters > 1 ? TokenTraits.Capitals : title ? TokenTraits.Title : TokenTraits.None;
        tokens.End(TokenKind.Word, traits);
        return at;
    }

    private static char Lower(char c) => CultureInfo.InvariantCulture.TextInfo.ToLower(c);

    private static int Hangul(ReadOnlySpan<char> text, int at, TokenList tokens)
    {
        TokenTraits traits = TokenTraits.None;
        int same = 0;
        char before = '\0';
        for (; at < text.Length && IsSyllable(text[at]); at++)
        {
            same = text[at] == before ? same + 1 : 1;
            before = text[at];
            if (same > 2)
            {
                traits |= TokenTraits.Drawn;
                continue;
            }

            tokens.Push(text[at]);
        }

        tokens.End(TokenKind.Hangul, traits);
        return at;
    }

    private static int Number(ReadOnlySpan<char> text, int at, TokenList tokens)
    {
        while (at < text.Length && (char.IsDigit(text[at]) || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsDigit(text[at + 1]))))
        {
            at++;
        }

        tokens.Push(NumberSign);
        tokens.End(TokenKind.Number);
        return at;
    }

    private static int Emoji(ReadOnlySpan<char> text, int at, TokenList tokens)
    {
        char c = text[at];
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            // Skin tones say nothing of the feeling.
            if (!(c == '\ud83c' && text[at + 1] is >= '\udffb' and <= '\udfff'))
            {
                tokens.Push(c);
                tokens.Push(text[at + 1]);
                tokens.End(TokenKind.Emoji);
            }

            return at + 2;
        }

        // Joiners and variation selectors neither.
        if (!char.IsSurrogate(c) && c is not ('\u200d' or '\ufe0f' or '\u20e3'))
        {
            tokens.Push(c);
            tokens.End(TokenKind.Emoji);
        }

        return at + 1;
    }

    private static int Run(ReadOnlySpan<char> text, int at, TokenList tokens, TokenKind kind, int longest)
    {
        char first = text[at];
        int count = 0;
        while (at < text.Length && (text[at] == first || (first is '!' or '?' && text[at] is '!' or '?')))
        {
            if (count < longest)
            {
                tokens.Push(text[at]);
            }

            count++;
            at++;
        }

        tokens.End(kind, count > longest ? TokenTraits.Drawn : TokenTraits.None);
        return at;
    }
}

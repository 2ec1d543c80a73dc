namespace Sensorium.Perception;

/// <summary>
/// Finds words that others turn around. English: up to three words after "not", "never", "without" or a word that ends with "n't", within the
/// clause. Korean: the word after 안 or 못, and the word before 않, 못하, 말 and 없. A rule of ours; what it means is learnt.
/// </summary>
internal static class Negation
{
    private const int Reach = 3;

    private static readonly HashSet<string> English =
    [
        "not", "no", "never", "without", "hardly", "barely", "scarcely", "nobody", "nothing", "none", "neither", "nor", "cannot", "cant", "dont", "wont", "isnt", "arent", "wasnt", "werent",
        "didnt", "doesnt", "couldnt", "wouldnt", "shouldnt", "havent", "hasnt", "hadnt", "aint",
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishWords = English.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Marks the words that are turned around, and those that turn.</summary>
    /// <param name="tokens">The tokens of a passage.</param>
    public static void Mark(TokenList tokens)
    {
        int reach = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            TextToken token = tokens.Tokens[i];
            switch (token.Kind)
            {
                case TokenKind.Word:
                    reach = MarkWord(tokens, i, reach);
                    break;
                case TokenKind.Hangul:
                    MarkHangul(tokens, i);
                    break;
                case TokenKind.Mark or TokenKind.Emoji or TokenKind.Emoticon:
                    reach = 0;
                    break;
            }
        }
    }

    private static int MarkWord(TokenList tokens, int index, int reach)
    {
        ReadOnlySpan<char> word = tokens.Letters(index);
        if (word.EndsWith("n't", StringComparison.Ordinal) || EnglishWords.Contains(word))
        {
            tokens.Mark(index, TokenTraits.Negator);
            return Reach;
        }

        if (word is "but" or "and" or "because")
        {
            return 0;
        }

        if (reach > 0)
        {
            tokens.Mark(index, TokenTraits.Negated);
        }

        return Math.Max(reach - 1, 0);
    }

    private static void MarkHangul(TokenList tokens, int index)
    {
        ReadOnlySpan<char> word = tokens.Letters(index);
        if (word is "안" or "못")
        {
            tokens.Mark(index, TokenTraits.Negator);
            if (index + 1 < tokens.Count && tokens.Tokens[index + 1].Kind == TokenKind.Hangul)
            {
                tokens.Mark(index + 1, TokenTraits.Negated);
            }
        }
        else if (index > 0 && tokens.Tokens[index - 1].Kind == TokenKind.Hangul && Turns(tokens.Letters(index - 1), word))
        {
            tokens.Mark(index, TokenTraits.Negator);
            tokens.Mark(index - 1, TokenTraits.Negated);
        }
        else if (word.Length > 2 && (word.Contains("지않", StringComparison.Ordinal) || word.Contains("지못", StringComparison.Ordinal)))
        {
            tokens.Mark(index, TokenTraits.Negated);
        }
    }

    private static bool Turns(ReadOnlySpan<char> before, ReadOnlySpan<char> word) =>
        (before[^1] is '지' or '진' or '질' && word[0] is '않' or '못' or '마' or '말') || word[0] is '없';
}

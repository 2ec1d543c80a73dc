namespace Sensorium.Perception;

/// <summary>Faces made of punctuation, longest first, as they are common in English and Korean messages. Our own list.</summary>
internal static class Emoticons
{
    /// <summary>Glad ones.</summary>
    private static readonly string[] Glad =
    [
        ":-)", ":)", ":))", ":-D", ":D", ":d", "=)", "=D", ";-)", ";)", ":-P", ":P", ":p", ":-*", ":*", "<3", "^^", "^_^", "^-^", "^o^", "^.^", "(^^)", "(^_^)", ":3", "*^^*", "^^*", ":]", "=]", "(:", "\\o/", "n_n",
    ];

    /// <summary>Sad, angry or worried ones.</summary>
    private static readonly string[] Sad =
    [
        ":-(", ":(", ":((", "=(", ":'(", ":'-(", ";_;", ";-;", "T_T", "T.T", "TT_TT", "ㅠ_ㅠ", "ㅜ_ㅜ", "</3", ":-/", ":/", ":-|", ":|", "-_-", "-.-", "-_-;", "-_-;;", ">_<", ">.<", ">:(", ":@", "D:", ":[", "=/", ":S", "):", "._.", "--;", "-_-^",
    ];

    private static readonly string[][] ByFirst = Index();

    /// <summary>The longest emoticon that a text begins with.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its length; 0 for none.</returns>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        char first = text[0];
        if (first >= ByFirst.Length && first is not ('ㅠ' or 'ㅜ'))
        {
            return 0;
        }

        foreach (string face in ByFirst[first < ByFirst.Length ? first : 0])
        {
            if (text.StartsWith(face, StringComparison.Ordinal))
            {
                return IsWhole(text, face) ? face.Length : 0;
            }
        }

        return 0;
    }

    /// <summary>What an emoticon says: 1 for glad, -1 for sad, angry or worried, 0 where it is none.</summary>
    /// <param name="face">The emoticon.</param>
    /// <returns>The sign.</returns>
    public static int SignOf(ReadOnlySpan<char> face)
    {
        foreach (string glad in Glad)
        {
            if (face.Equals(glad, StringComparison.OrdinalIgnoreCase))
            {
                return 1;
            }
        }

        foreach (string sad in Sad)
        {
            if (face.Equals(sad, StringComparison.OrdinalIgnoreCase))
            {
                return -1;
            }
        }

        return 0;
    }

    // ":Do" is no laughing face: a face that ends with a letter ends a word.
    private static bool IsWhole(ReadOnlySpan<char> text, string face) =>
        !char.IsAsciiLetterOrDigit(face[^1]) || text.Length == face.Length || !char.IsAsciiLetterOrDigit(text[face.Length]);

    // Hangul letters share place 0.
    private static string[][] Index()
    {
        string[][] index = new string[128][];
        Array.Fill(index, []);
        foreach (IGrouping<int, string> group in Glad.Concat(Sad).GroupBy(face => face[0] < 128 ? face[0] : 0))
        {
            index[group.Key] = [.. group.OrderByDescending(face => face.Length)];
        }

        return index;
    }
}

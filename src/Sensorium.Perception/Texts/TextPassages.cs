using System.Text;

namespace Sensorium.Perception;

/// <summary>
/// Makes a text fit to be read: a limit on its length, normalisation form C, no control signs; and parts a long one into passages at the ends
/// of sentences. A text of up to <see cref="Short"/> letters stays whole.
/// </summary>
internal static class TextPassages
{
    /// <summary>The most UTF-16 units of a text: a million.</summary>
    public const int LongestText = 1 << 20;

    /// <summary>A text of at most this many letters is one passage.</summary>
    public const int Short = Longest;

    /// <summary>A passage of a longer text ends after a sentence once it has this many letters.</summary>
    public const int Enough = 160;

    /// <summary>No passage has more letters.</summary>
    public const int Longest = 600;

    private const char Replacement = '\ufffd';

    /// <summary>Makes a text fit to be read.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The same in normalisation form C; halves of surrogate pairs become U+FFFD, control signs become spaces.</returns>
    /// <exception cref="LimitReachedException">It is too long.</exception>
    /// <exception cref="MalformedInputException">It is blank.</exception>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
        {
            throw new LimitReachedException(new LocalizedText(
                $"The text has {text.Length:N0} letters; at most {LongestText:N0} are read at once. Part it into several texts.",
                $"글이 {text.Length:N0}자입니다. 한 번에 {LongestText:N0}자까지 읽습니다. 여러 글로 나누십시오."));
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new MalformedInputException(new LocalizedText(
                "The text is blank; give at least one word.", "글이 비어 있습니다. 한 단어 이상 주십시오."));
        }

        string whole = IsPlain(text) ? text : Repair(text);
        return NormalForms.Compose(whole);
    }

    /// <summary>Where the next passage of a text ends.</summary>
    /// <param name="text">The rest of the text.</param>
    /// <param name="isWhole">Whether it is the whole text.</param>
    /// <returns>The passage's length, at least 1.</returns>
    public static int Next(ReadOnlySpan<char> text, bool isWhole)
    {
        if (text.Length <= (isWhole ? Short : Enough))
        {
            return text.Length;
        }

        int space = 0;
        int most = Math.Min(text.Length, Longest);
        for (int i = 0; i < most; i++)
        {
            if (i + 1 >= Enough && EndsSentence(text, i))
            {
                return i + 1;
            }

            space = char.IsWhiteSpace(text[i]) ? i + 1 : space;
        }

        // A pair of surrogates stays together.
        return most == text.Length ? most : space > 0 ? space : most - (char.IsHighSurrogate(text[most - 1]) ? 1 : 0);
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, int i) => text[i] switch
    {
        '\n' or '。' or '！' or '？' or '…' => true,
        '.' or '!' or '?' or '~' => i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]),
        _ => false,
    };

    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if ((c < ' ' && c is not ('\n' or '\t' or '\r')) || char.IsSurrogate(c))
            {
                return false;
            }
        }

        return true;
    }

    private static string Repair(string text)
    {
        StringBuilder repaired = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            repaired.Append(rune.Value < ' ' && rune.Value is not ('\n' or '\t' or '\r') ? " " : rune.Value == Replacement ? "\ufffd" : rune.ToString());
        }

        return repaired.ToString();
    }
}

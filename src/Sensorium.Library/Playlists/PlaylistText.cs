using System.Globalization;
using System.Text;

namespace Sensorium.Library;

/// <summary>Makes texts of songs safe for files of lines, for XML and for protocols of lines.</summary>
public static class PlaylistText
{
    /// <summary>
    /// A text on one line: control signs and line separators become spaces, characters that no file may hold become U+FFFD, and what
    /// stands around it is trimmed.
    /// </summary>
    /// <param name="text">The text; may be null.</param>
    /// <returns>The text; null where nothing is left.</returns>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            // Lone surrogates come as U+FFFD already.
            clean.Append((Rune.GetUnicodeCategory(rune), rune.Value & 0xFFFF) switch
            {
                (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator, _) => " ",
                (_, 0xFFFE or 0xFFFF) => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        string line = clean.ToString().Trim();
        return line.Length == 0 ? null : line;
    }
}

using System.Globalization;
using System.Text;

namespace Sensorium.Cli;

/// <summary>Columns that text takes in a terminal: Hangul, Han and Kana take two (Unicode Standard Annex 11, East Asian Width).</summary>
internal static class TextWidth
{
    /// <summary>Columns of a text.</summary>
    /// <param name="text">The text, on one line.</param>
    /// <returns>The sum of its characters' columns.</returns>
    public static int Of(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    /// <summary>Fills a text up with spaces on the right.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Columns wanted.</param>
    /// <returns>The text, at least that wide.</returns>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>Cuts a text to a width; a cut one ends with an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Most columns, at least 1.</param>
    /// <returns>The text, at most that wide.</returns>
    public static string Cut(string text, int width)
    {
        if (Of(text) <= width)
        {
            return text;
        }

        StringBuilder cut = new();
        int used = 1;
        foreach (Rune rune in text.EnumerateRunes())
        {
            used += Of(rune);
            if (used > width)
            {
                break;
            }

            cut.Append(rune);
        }

        return cut.Append('…').ToString();
    }

    /// <summary>Breaks a text at spaces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Most columns of a line; a longer word stands alone.</param>
    /// <returns>The lines, at least one.</returns>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        List<string> lines = [];
        StringBuilder line = new();
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && Of(line.ToString()) + 1 + Of(word) > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }

    private static int Of(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control)
        {
            return 0;
        }

        return rune.Value is (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0x303e) or (>= 0x3041 and <= 0xa4cf)
            or (>= 0xa960 and <= 0xa97f) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe6f)
            or (>= 0xff01 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1faff) or (>= 0x20000 and <= 0x3fffd)
            ? 2
            : 1;
    }
}

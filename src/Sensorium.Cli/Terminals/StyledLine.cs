using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>One line of text in several styles, laid out by the columns that it takes in a terminal.</summary>
internal sealed class StyledLine
{
    private readonly List<(string Text, Style Style)> _parts = [];

    /// <summary>Columns taken so far.</summary>
    public int Width { get; private set; }

    /// <summary>Adds text.</summary>
    /// <param name="text">The text, without line breaks.</param>
    /// <param name="style">Its style; null for the terminal's own.</param>
    /// <returns>This line.</returns>
    public StyledLine Add(string text, Style? style = null)
    {
        Style own = style ?? Style.Plain;
        if (_parts.Count > 0 && _parts[^1].Style.Equals(own))
        {
            _parts[^1] = (_parts[^1].Text + text, own);
        }
        else
        {
            _parts.Add((text, own));
        }

        Width += TextWidth.Of(text);
        return this;
    }

    /// <summary>Adds text in a column, cut where it is too wide.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="style">Its style; null for the terminal's own.</param>
    /// <returns>This line.</returns>
    public StyledLine AddLeft(string text, int width, Style? style = null) => Add(TextWidth.Pad(TextWidth.Cut(text, width), width), style);

    /// <summary>Adds text at the right of a column, cut where it is too wide.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="style">Its style; null for the terminal's own.</param>
    /// <returns>This line.</returns>
    public StyledLine AddRight(string text, int width, Style? style = null)
    {
        string cut = TextWidth.Cut(text, width);
        return Add(new string(' ', width - TextWidth.Of(cut)) + cut, style);
    }

    /// <summary>Fills up with spaces.</summary>
    /// <param name="width">Columns wanted in all.</param>
    /// <returns>This line.</returns>
    public StyledLine PadTo(int width) => width > Width ? Add(new string(' ', width - Width)) : this;

    /// <summary>Adds all of another line.</summary>
    /// <param name="other">The other line.</param>
    /// <returns>This line.</returns>
    public StyledLine Add(StyledLine other)
    {
        foreach ((string text, Style style) in other._parts)
        {
            Add(text, style);
        }

        return this;
    }

    /// <summary>Writes the line and a line break.</summary>
    /// <param name="console">Where to.</param>
    public void Write(IAnsiConsole console)
    {
        foreach ((string text, Style style) in _parts)
        {
            console.Write(text, style);
        }

        console.WriteLine();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Concat(_parts.Select(part => part.Text));

    /// <summary>Puts blocks of lines side by side.</summary>
    /// <param name="left">The left block.</param>
    /// <param name="right">The right block.</param>
    /// <param name="gap">Columns between them.</param>
    /// <returns>As many lines as the longer block has.</returns>
    public static IReadOnlyList<StyledLine> Beside(IReadOnlyList<StyledLine> left, IReadOnlyList<StyledLine> right, int gap)
    {
        int width = left.Max(line => line.Width) + gap;
        List<StyledLine> lines = [];
        for (int i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            StyledLine line = i < left.Count ? left[i] : new StyledLine();
            lines.Add(i < right.Count && right[i].Width > 0 ? line.PadTo(width).Add(right[i]) : line);
        }

        return lines;
    }
}

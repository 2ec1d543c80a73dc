using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>The plane of valence and arousal in characters: a dot where the feeling lies, shaded as far as one and two of its standard deviations reach.</summary>
internal static class PlaneChart
{
    private const int Columns = 21;
    private const int Rows = 9;

    private static readonly Style Frame = new(Color.Grey);
    private static readonly LocalizedText Pleasant = new("pleasant", "유쾌");
    private static readonly LocalizedText Unpleasant = new("unpleasant", "불쾌");
    private static readonly LocalizedText Excited = new("excited", "들뜸");
    private static readonly LocalizedText Calm = new("calm", "차분");

    /// <summary>Draws the plane.</summary>
    /// <param name="affect">The feeling's place.</param>
    /// <param name="style">The dot's style.</param>
    /// <param name="language">Language of the axes' names.</param>
    /// <returns>Thirteen lines.</returns>
    public static IReadOnlyList<StyledLine> Draw(Affect affect, Style style, Language language)
    {
        int left = TextWidth.Of(Unpleasant.In(language)) + 1;
        List<StyledLine> lines = [Named(Excited.In(language), left), new StyledLine().PadTo(left).Add($"╭{new string('─', Columns)}╮", Frame)];
        for (int row = 0; row < Rows; row++)
        {
            StyledLine line = new StyledLine().AddLeft(row == Rows / 2 ? Unpleasant.In(language) : string.Empty, left).Add(row == Rows / 2 ? "┤" : "│", Frame);
            for (int column = 0; column < Columns; column++)
            {
                (char cell, Style shade) = Cell(affect, column, row, style);
                line.Add(cell.ToString(), shade);
            }

            lines.Add(row == Rows / 2 ? line.Add("├", Frame).Add($" {Pleasant.In(language)}") : line.Add("│", Frame));
        }

        lines.Add(new StyledLine().PadTo(left).Add($"╰{new string('─', Columns)}╯", Frame));
        lines.Add(Named(Calm.In(language), left));
        return lines;
    }

    private static StyledLine Named(string name, int left) => new StyledLine().PadTo(left + 1 + ((Columns - TextWidth.Of(name) + 1) / 2)).Add(name);

    private static (char Cell, Style Style) Cell(Affect affect, int column, int row, Style style)
    {
        if (column == Nearest(affect.Valence.Mean, Columns) && row == Rows - 1 - Nearest(affect.Arousal.Mean, Rows))
        {
            return ('●', style);
        }

        double valence = (Middle(column, Columns) - affect.Valence.Mean) / Math.Max(affect.Valence.Sd, 1e-3);
        double arousal = (Middle(Rows - 1 - row, Rows) - affect.Arousal.Mean) / Math.Max(affect.Arousal.Sd, 1e-3);
        double distance = (valence * valence) + (arousal * arousal);
        bool onColumn = column == Columns / 2, onRow = row == Rows / 2;
        return distance switch
        {
            <= 1 => ('▒', style),
            <= 4 => ('░', Frame),
            _ => (onColumn && onRow ? '┼' : onColumn ? '│' : onRow ? '─' : ' ', Frame),
        };
    }

    // The place of a cell's middle on the axis from -1 to 1, and the cell of a place.
    private static double Middle(int cell, int count) => (((2 * cell) + 1) / (double)count) - 1;

    private static int Nearest(double place, int count) => Math.Clamp((int)Math.Floor((place + 1) / 2 * count), 0, count - 1);
}

namespace Sensorium.Lab.Evaluation;

/// <summary>Draws counts as shaded cells with their numbers.</summary>
internal static class HeatMapSvg
{
    private const double Left = 74;
    private const double Right = 334;
    private const double Top = 70;
    private const double DarkShare = .55;
    private const double Gap = 1;

    /// <summary>Draws the chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="language">Its language.</param>
    /// <returns>SVG.</returns>
    public static string Draw(HeatMapChart chart, Language language)
    {
        double side = (Right - Left) / chart.Columns.Count;
        double height = Math.Min(side, 36);
        Svg svg = new(Top + (height * chart.Rows.Count) + 4, chart.Title.In(language));
        svg.Text(Left - 8, Top - 10, chart.RowTitle.In(language), "end", "soft");
        svg.Text(Left, 10, chart.ColumnTitle.In(language), "start", "soft");
        for (int c = 0; c < chart.Columns.Count; c++)
        {
            svg.Text(Left + ((c + .5) * side) + 3, Top - 6, chart.Columns[c].In(language), "start", string.Empty, -50);
        }

        for (int r = 0; r < chart.Rows.Count; r++)
        {
            double y = Top + (r * height);
            string row = chart.Rows[r].In(language);
            svg.Text(Left - 6, y + (height / 2) + 3.5, row, "end");
            double sum = Math.Max(1, chart.Counts[r].Sum());
            for (int c = 0; c < chart.Columns.Count; c++)
            {
                double x = Left + (c * side);
                double share = chart.Counts[r][c] / sum;
                string title = $"{row} → {chart.Columns[c].In(language)}: {chart.Counts[r][c]:N0} ({100 * share:F1} %)";
                svg.Box(x + Gap, y + Gap, side - (2 * Gap), height - (2 * Gap), share > 0 ? "cell" : "empty", share > 0 ? .06 + (.94 * share) : 1, title);
                svg.Text(x + (side / 2), y + (height / 2) + 3.5, $"{chart.Counts[r][c]}", "middle", share > DarkShare ? "on" : share == 0 ? "soft" : string.Empty);
            }
        }

        return svg.End();
    }
}

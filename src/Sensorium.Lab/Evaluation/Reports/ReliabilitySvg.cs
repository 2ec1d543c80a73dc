namespace Sensorium.Lab.Evaluation;

/// <summary>Draws how often items were right by how sure the model was, and how many there were.</summary>
internal static class ReliabilitySvg
{
    private const double Left = 46;
    private const double Right = 342;
    private const double Top = 12;
    private const double Bottom = 222;
    private const double CountTop = 250;
    private const double CountBottom = 306;

    private static readonly LocalizedText Said = new("top probability", "가장 큰 확률");
    private static readonly LocalizedText WasRight = new("right", "맞힘");
    private static readonly LocalizedText Items = new("items", "항목");

    /// <summary>Draws the chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="language">Its language.</param>
    /// <returns>SVG.</returns>
    public static string Draw(ReliabilityChart chart, Language language)
    {
        Svg svg = new(332, chart.Title.In(language));
        foreach (double tick in (double[])[0, .2, .4, .6, .8, 1])
        {
            svg.Line(Left, Y(tick), Right, Y(tick), "grid");
            svg.Text(Left - 5, Y(tick) + 3.5, $"{100 * tick:F0} %", "end", "soft");
            svg.Text(X(tick), CountBottom + 13, $"{100 * tick:F0} %", "middle", "soft");
        }

        int most = Math.Max(1, chart.Bins.Select(bin => bin.Count).DefaultIfEmpty(0).Max());
        foreach (ReliabilityBin bin in chart.Bins.Where(bin => bin.Count > 0))
        {
            double x = X(bin.From) + 1, width = Math.Max(1, X(bin.To) - X(bin.From) - 2);
            string title = $"{Said.In(language)} {bin.From:F2}–{bin.To:F2}: {WasRight.In(language)} {100 * bin.Accuracy:F1} %, {Items.In(language)} {bin.Count:N0}";
            svg.Box(x, Y(bin.Accuracy), width, Bottom - Y(bin.Accuracy), "bar", .75, title);
            double height = (CountBottom - CountTop) * bin.Count / most;
            svg.Box(x, CountBottom - height, width, height, "count", 1, title);
            svg.Text(x + (width / 2), CountBottom - height - 2, $"{bin.Count}", "middle", "soft tiny");
        }

        svg.Line(X(0), Y(0), X(1), Y(1), "guide");
        svg.Line(Left, Bottom, Right, Bottom, "axis");
        svg.Line(Left, CountBottom, Right, CountBottom, "axis");
        svg.Text(12, (Top + Bottom) / 2, WasRight.In(language), "middle", "soft", -90);
        svg.Text(12, (CountTop + CountBottom) / 2, Items.In(language), "middle", "soft", -90);
        svg.Text((Left + Right) / 2, CountBottom + 25, Said.In(language), "middle", "soft");
        return svg.End();
    }

    private static double X(double share) => Left + ((Right - Left) * share);

    private static double Y(double share) => Bottom - ((Bottom - Top) * share);
}

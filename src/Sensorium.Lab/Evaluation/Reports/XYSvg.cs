using System.Text;

namespace Sensorium.Lab.Evaluation;

/// <summary>Draws lines and points over two axes. Series differ by colour, by dashes and by the shape of their marks.</summary>
internal static class XYSvg
{
    private const double Left = 46;
    private const double Right = 342;
    private const double Top = 10;
    private const double Bottom = 232;
    private const int Colours = 6;

    /// <summary>So many points and more are drawn small, as a cloud.</summary>
    private const int Many = 40;

    private static readonly string[] Dashes = ["", "6 3", "2 2.5", "9 3 2 3"];

    /// <summary>Draws the chart and its legend.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="language">Its language.</param>
    /// <returns>SVG and a list.</returns>
    public static string Draw(XYChart chart, Language language)
    {
        Svg svg = new(270, chart.Title.In(language));
        foreach (double tick in chart.Y.Ticks)
        {
            svg.Line(Left, Y(chart, tick), Right, Y(chart, tick), "grid");
            svg.Text(Left - 5, Y(chart, tick) + 3.5, Label(chart.Y, tick), "end", "soft");
        }

        foreach (double tick in chart.X.Ticks)
        {
            svg.Line(X(chart, tick), Bottom, X(chart, tick), Bottom + 4, "axis");
            svg.Text(X(chart, tick), Bottom + 15, Label(chart.X, tick), "middle", "soft");
        }

        svg.Line(Left, Bottom, Right, Bottom, "axis");
        if (chart.HasDiagonal)
        {
            double least = Math.Max(chart.X.Least, chart.Y.Least), most = Math.Min(chart.X.Most, chart.Y.Most);
            svg.Line(X(chart, least), Y(chart, least), X(chart, most), Y(chart, most), "guide");
        }

        for (int i = 0; i < chart.Series.Count; i++)
        {
            Series(svg, chart, i, language);
        }

        svg.Text((Left + Right) / 2, Bottom + 31, chart.X.Title.In(language), "middle", "soft");
        svg.Text(12, (Top + Bottom) / 2, chart.Y.Title.In(language), "middle", "soft", -90);
        return svg.End() + Legend(chart, language);
    }

    private static void Series(Svg svg, XYChart chart, int index, Language language)
    {
        ChartSeries series = chart.Series[index];
        ChartPoint[] points = [.. series.Points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y))];
        string colour = Colour(series, index);
        if (series.HasLine && points.Length > 1)
        {
            string path = string.Join(' ', points.Select(point => $"{Svg.N(X(chart, point.X))},{Svg.N(Y(chart, point.Y))}"));
            svg.Raw($"<polyline points=\"{path}\" fill=\"none\" style=\"stroke:{colour}\" stroke-width=\"1.8\" stroke-linejoin=\"round\"{Dash(index)}/>");
        }

        if (series.HasMarks)
        {
            bool isCloud = points.Length >= Many;
            foreach (ChartPoint point in points)
            {
                string title = isCloud ? string.Empty : $"{series.Name.In(language)}: {Label(chart.X, point.X)}, {Label(chart.Y, point.Y)}";
                svg.Raw(Mark(X(chart, point.X), Y(chart, point.Y), index, isCloud ? 1.6 : 3.4, colour, isCloud ? .55 : 1, title));
            }
        }
    }

    private static string Legend(XYChart chart, Language language)
    {
        StringBuilder list = new("<ul class=\"legend\">\n");
        for (int i = 0; i < chart.Series.Count; i++)
        {
            ChartSeries series = chart.Series[i];
            string colour = Colour(series, i);
            list.Append("<li><svg viewBox=\"0 0 28 12\" aria-hidden=\"true\">");
            list.Append(series.HasLine ? $"<line x1=\"0\" y1=\"6\" x2=\"28\" y2=\"6\" style=\"stroke:{colour}\" stroke-width=\"2\"{Dash(i)}/>" : string.Empty);
            list.Append(series.HasMarks ? Mark(14, 6, i, 3.8, colour, 1, string.Empty) : string.Empty);
            list.Append("</svg>").Append(ReportHtml.Escape(series.Name.In(language))).Append("</li>\n");
        }

        return list.Append("</ul>\n").ToString();
    }

    private static string Mark(double x, double y, int index, double size, string colour, double opacity, string title)
    {
        string paint = $"style=\"fill:{colour}\"{(opacity < 1 ? $" fill-opacity=\"{Svg.N(opacity)}\"" : string.Empty)}";
        string name = title.Length > 0 ? $"<title>{ReportHtml.Escape(title)}</title>" : string.Empty;
        (string left, string right, string top, string bottom) = (Svg.N(x - size), Svg.N(x + size), Svg.N(y - size), Svg.N(y + size));
        return (index % 4) switch
        {
            0 => $"<circle cx=\"{Svg.N(x)}\" cy=\"{Svg.N(y)}\" r=\"{Svg.N(size)}\" {paint}>{name}</circle>",
            1 => $"<rect x=\"{left}\" y=\"{top}\" width=\"{Svg.N(2 * size)}\" height=\"{Svg.N(2 * size)}\" {paint}>{name}</rect>",
            2 => $"<polygon points=\"{Svg.N(x)},{top} {right},{bottom} {left},{bottom}\" {paint}>{name}</polygon>",
            _ => $"<polygon points=\"{Svg.N(x)},{top} {right},{Svg.N(y)} {Svg.N(x)},{bottom} {left},{Svg.N(y)}\" {paint}>{name}</polygon>",
        };
    }

    private static string Colour(ChartSeries series, int index) => series.IsReference ? "var(--soft)" : $"var(--c{index % Colours})";

    private static string Dash(int index) => Dashes[index % Dashes.Length] is { Length: > 0 } dash ? $" stroke-dasharray=\"{dash}\"" : string.Empty;

    private static string Label(ChartAxis axis, double value) => axis.IsPercent ? $"{100 * value:0.#} %" : $"{value:0.##}";

    private static double X(XYChart chart, double value) => Left + ((Right - Left) * (value - chart.X.Least) / (chart.X.Most - chart.X.Least));

    private static double Y(XYChart chart, double value) => Bottom - ((Bottom - Top) * (value - chart.Y.Least) / (chart.Y.Most - chart.Y.Least));
}

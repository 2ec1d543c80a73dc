using System.Globalization;
using System.Net;
using System.Text;
using Sensorium.Expression;
using Sensorium.Music;

namespace Sensorium;

/// <summary>A composed piece as one SVG: its notes as a piano roll, part by part in colours that colour-blind people tell apart, and below them the path that was meant, with what a model judges drawn over it.</summary>
public static class CompositionSvg
{
    private const double Width = 860, Left = 60, Right = 840, RollTop = 30, RollHeight = 220, PathTop = 280, PathHeight = 130, Height = 450;

    // Okabe and Ito's palette, without the yellow that vanishes on white.
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#666666", "#e69f00", "#56b4e9"];

    private const string Style =
        "<style>.cs text{font:13px system-ui,sans-serif;fill:#333}.cs .g{stroke:#bbb;stroke-width:.6}.cs .v{stroke:#b3540a}.cs .a{stroke:#1f5fa8}.cs .m{fill:none;stroke-width:2}.cs .j{fill:none;stroke-width:1.5;stroke-dasharray:2 3}"
        + "@media(prefers-color-scheme:dark){.cs text{fill:#ddd}.cs .v{stroke:#f0a35e}.cs .a{stroke:#7db4ef}.cs .g{stroke:#555}}</style>";

    /// <summary>Draws a piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="language">Language of its words.</param>
    /// <param name="judged">What a model makes of it, window by window; null for none.</param>
    /// <returns>A whole SVG.</returns>
    public static string Draw(Composition piece, Language language, IReadOnlyList<JudgedWindow>? judged = null)
    {
        ArgumentNullException.ThrowIfNull(piece);
        TempoMap tempi = new(piece.Score);
        string Word(string english, string korean) => WebUtility.HtmlEncode(new LocalizedText(english, korean).In(language));
        StringBuilder svg = new();
        string title = Word($"Piano roll of {piece.Score.Title}", $"{piece.Score.Title}의 피아노 롤");
        svg.Append($"<svg class=\"cs\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(Width)} {N(Height)}\" role=\"img\" aria-label=\"{title}\">{Style}\n<title>{title}</title>\n");
        Roll(svg, piece, tempi, language);
        Path(svg, piece.Request.Path, judged ?? [], Word);
        double step = ((double[])[1, 2, 5, 10, 15, 30, 60, 120, 300, 600]).First(step => tempi.Seconds / step <= 12 || step == 600);
        for (double at = 0; at <= tempi.Seconds + 0.01; at += step)
        {
            svg.Append($"<text x=\"{N(X(at, tempi.Seconds))}\" y=\"{N(PathTop + PathHeight + 18)}\" text-anchor=\"middle\">{Clock.Of(TimeSpan.FromSeconds(at))}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Roll(StringBuilder svg, Composition piece, TempoMap tempi, Language language)
    {
        IReadOnlyList<Part> parts = piece.Score.Parts;
        IEnumerable<int> pitches = parts.Where(part => part.Bank != 128).SelectMany(part => part.Notes).Select(note => note.Pitch);
        int low = pitches.DefaultIfEmpty(60).Min() - 2, high = pitches.DefaultIfEmpty(60).Max() + 2;
        double Y(int pitch) => RollTop + (RollHeight * (high - pitch) / (high - low));
        for (int octave = (low / 12) + 1; octave * 12 <= high; octave++)
        {
            svg.Append($"<line class=\"g\" x1=\"{N(Left)}\" x2=\"{N(Right)}\" y1=\"{N(Y(octave * 12))}\" y2=\"{N(Y(octave * 12))}\"/><text x=\"{N(Left - 8)}\" y=\"{N(Y(octave * 12) + 4)}\" text-anchor=\"end\">C{octave - 1}</text>\n");
        }

        double x = Left;
        for (int i = 0; i < parts.Count; i++)
        {
            string colour = Colours[i % Colours.Length];
            bool isDrums = parts[i].Bank == 128;
            string name = piece.Request.Style.Parts.FirstOrDefault(part => part.Name.English == parts[i].Name)?.Name.In(language) ?? parts[i].Name;
            svg.Append($"<text x=\"{N(x)}\" y=\"16\" style=\"fill:{colour}\">■ {WebUtility.HtmlEncode(name)}</text>\n<path fill=\"{colour}\" fill-opacity=\".75\" d=\"");
            x += 30 + name.Sum(letter => letter < 128 ? 7.5 : 13);
            foreach (Note note in parts[i].Notes)
            {
                double from = X(tempi.SecondsAt(note.Start), tempi.Seconds), to = X(tempi.SecondsAt(note.Start + note.Length), tempi.Seconds);
                double y = isDrums ? RollTop + RollHeight + 4 : Y(note.Pitch) - 1.4, height = isDrums ? 6 : 2.8;
                svg.Append($"M{N(from)} {N(y)}h{N(Math.Max(0.8, to - from))}v{N(height)}h{N(-Math.Max(0.8, to - from))}z");
            }

            svg.Append("\"/>\n");
        }
    }

    private static void Path(StringBuilder svg, AffectPath path, IReadOnlyList<JudgedWindow> judged, Func<string, string, string> word)
    {
        double length = path.Length.TotalSeconds;
        double Y(double value) => PathTop + (PathHeight * (1 - value) / 2);
        foreach (double value in (double[])[-1, 0, 1])
        {
            svg.Append($"<line class=\"g\" x1=\"{N(Left)}\" x2=\"{N(Right)}\" y1=\"{N(Y(value))}\" y2=\"{N(Y(value))}\"/><text x=\"{N(Left - 8)}\" y=\"{N(Y(value) + 4)}\" text-anchor=\"end\">{value:+0;-0;0}</text>\n");
        }

        AffectPoint[] points = [.. Enumerable.Range(0, 101).Select(i => path.At(path.Length * (i / 100.0)))];
        Line("v m", points.Select(point => (point.Time.TotalSeconds, point.Valence)));
        Line("a m", points.Select(point => (point.Time.TotalSeconds, point.Arousal)));
        double half = judged.Count > 1 ? (judged[1].Start - judged[0].Start) / 2 : length / 2;
        Line("v j", judged.Select(window => (window.Start + half, window.Judged.Valence)));
        Line("a j", judged.Select(window => (window.Start + half, window.Judged.Arousal)));
        svg.Append($"<text x=\"{N(Left)}\" y=\"{N(Height - 6)}\"><tspan style=\"fill:#b3540a\">━ {word("valence", "정서가")}</tspan>  <tspan dx=\"16\" style=\"fill:#1f5fa8\">━ {word("arousal", "각성도")}</tspan>");
        svg.Append(judged.Count > 0 ? $"<tspan dx=\"16\">┄ {word("judged", "판정")}</tspan></text>\n" : "</text>\n");

        void Line(string style, IEnumerable<(double Seconds, double Value)> line) =>
            svg.Append($"<polyline class=\"{style}\" points=\"{string.Join(' ', line.Select(point => $"{N(X(point.Seconds, length))},{N(Y(point.Value))}"))}\"/>\n");
    }

    private static double X(double seconds, double length) => Left + ((Right - Left) * Math.Clamp(seconds / length, 0, 1));

    private static string N(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}

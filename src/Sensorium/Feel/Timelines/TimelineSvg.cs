using System.Net;
using System.Text;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>
/// A video's or a song's feeling over time as one SVG: valence and arousal as lines with their spread, the strongest emotion as a band of colours
/// with its name, where somebody speaks or where the sections of a song begin, and the emotion of what is said. Light and dark.
/// </summary>
public static class TimelineSvg
{
    private const double Width = 860;
    private const double Left = 90;
    private const double Right = 840;
    private const double Top = 34;
    private const double Bottom = 234;
    private const double BandTop = 252;
    private const double BandHeight = 26;
    private const double VoiceTop = 290;
    private const double VoiceHeight = 12;
    private const double WordsTop = 312;
    private const double HeightBelow = 48;

    private const string Style =
        "<style>text{font:13px system-ui,sans-serif;fill:#333}.v{stroke:#b3540a;fill:#b3540a}.a{stroke:#1f5fa8;fill:#1f5fa8}.line{fill:none;stroke-width:2}.a.line{stroke-dasharray:6 3}"
        + ".area{stroke:none;fill-opacity:.14}.grid{stroke:#bbb;stroke-width:.6}.voice{fill:#777}"
        + "@media(prefers-color-scheme:dark){svg{background:#161616}text{fill:#ddd}.v{stroke:#f0a35e;fill:#f0a35e}.a{stroke:#7db4ef;fill:#7db4ef}.grid{stroke:#555}.voice{fill:#aaa}}</style>";

    /// <summary>Draws the chart.</summary>
    /// <param name="result">What was felt, with a timeline.</param>
    /// <param name="language">Language of its words.</param>
    /// <returns>A whole SVG file.</returns>
    public static string Draw(FeelResult result, Language language)
    {
        ArgumentNullException.ThrowIfNull(result);
        double length = Math.Max((result.Length ?? TimeSpan.Zero).TotalSeconds, 0.1);
        double bottom = (result.Words.Count > 0 ? WordsTop : VoiceTop) + VoiceHeight;
        string title = new LocalizedText($"{result.Input} over time", $"{result.Input}의 시간에 따른 느낌").In(language);
        StringBuilder svg = new();
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {bottom + HeightBelow}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">{Style}\n<title>{WebUtility.HtmlEncode(title)}</title>\n");
        Grid(svg, result.Song is not null && result.Segments.Count == 0, length, bottom, language);
        Line(svg, result.Timeline, length, "v", affect => affect.Valence);
        Line(svg, result.Timeline, length, "a", affect => affect.Arousal);
        Band(svg, result.Timeline, length, language);
        foreach (VoiceSegment segment in result.Segments.Where(segment => segment.Class is SoundClass.Speech or SoundClass.Singing))
        {
            double from = X(segment.Start.TotalSeconds, length), to = X(segment.End.TotalSeconds, length);
            svg.Append($"<rect class=\"voice\" x=\"{N(from)}\" y=\"{VoiceTop}\" width=\"{N(Math.Max(to - from, 1))}\" height=\"{VoiceHeight}\"/>\n");
        }

        Sections(svg, result, length);
        Words(svg, result.Timeline, length, language);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Grid(StringBuilder svg, bool isSong, double length, double bottom, Language language)
    {
        foreach (double value in (double[])[-1, -.5, 0, .5, 1])
        {
            svg.Append($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{N(Y(value))}\" y2=\"{N(Y(value))}\"/>");
            svg.Append($"<text x=\"{Left - 8}\" y=\"{N(Y(value) + 4)}\" text-anchor=\"end\">{value:+0.0;-0.0;0}</text>\n");
        }

        double step = ((double[])[.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600]).First(step => length / step <= 10 || step == 3600);
        for (double at = 0; at <= length; at += step)
        {
            svg.Append($"<text x=\"{N(X(at, length))}\" y=\"{bottom + 20}\" text-anchor=\"middle\">{Clock.Of(TimeSpan.FromSeconds(at))}</text>\n");
        }

        void Word(double x, double y, string style, string anchor, LocalizedText text) =>
            svg.Append($"<text x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\"{(style.Length > 0 ? $" class=\"{style}\" stroke=\"none\" style=\"stroke:none\"" : string.Empty)}>{text.In(language)}</text>\n");
        Word(Left, 20, "v", "start", new("valence ━", "정서가 ━"));
        Word(Left + 110, 20, "a", "start", new("arousal ╍", "각성도 ╍"));
        Word(Left - 8, BandTop + 18, string.Empty, "end", new("emotion", "감정"));
        Word(Left - 8, VoiceTop + 11, string.Empty, "end", isSong ? new("sections", "부분") : new("voice", "목소리"));
        if (bottom > WordsTop)
        {
            Word(Left - 8, WordsTop + 11, string.Empty, "end", new("words", "말"));
        }

        Word((Left + Right) / 2, bottom + HeightBelow - 8, string.Empty, "middle", new("time", "시간"));
    }

    private static void Line(StringBuilder svg, IReadOnlyList<FeelMoment> timeline, double length, string style, Func<Affect, Estimate> axis)
    {
        if (timeline.Count == 0)
        {
            return;
        }

        // The last moment lasts to the end.
        (double Seconds, Estimate Value)[] points = [.. timeline.Select(moment => (moment.At.TotalSeconds, axis(moment.Percept.Affect))), (length, axis(timeline[^1].Percept.Affect))];
        string At(double seconds, double value) => $"{N(X(seconds, length))},{N(Y(Math.Clamp(value, -1, 1)))}";
        IEnumerable<string> upper = points.Select(point => At(point.Seconds, point.Value.Mean + point.Value.Sd));
        IEnumerable<string> lower = points.Reverse().Select(point => At(point.Seconds, point.Value.Mean - point.Value.Sd));
        svg.Append($"<polygon class=\"{style} area\" points=\"{string.Join(' ', upper.Concat(lower))}\"/>\n");
        svg.Append($"<polyline class=\"{style} line\" points=\"{string.Join(' ', points.Select(point => At(point.Seconds, point.Value.Mean)))}\"/>\n");
    }

    private static void Band(StringBuilder svg, IReadOnlyList<FeelMoment> timeline, double length, Language language)
    {
        for (int first = 0; first < timeline.Count;)
        {
            Emotion core = timeline[first].Percept.Emotions.Core;
            int end = first + 1;
            while (end < timeline.Count && timeline[end].Percept.Emotions.Core == core)
            {
                end++;
            }

            double from = X(timeline[first].At.TotalSeconds, length), to = end < timeline.Count ? X(timeline[end].At.TotalSeconds, length) : Right;
            string name = FeelingNames.Noun(core).In(language);
            svg.Append($"<rect x=\"{N(from)}\" y=\"{BandTop}\" width=\"{N(Math.Max(to - from, 1))}\" height=\"{BandHeight}\" fill=\"{Colour(core)}\"><title>{name} {Clock.Of(timeline[first].At)}</title></rect>");

            // A name that does not fit is told by the table and when pointed at.
            const double LetterWidth = 9;
            svg.Append(to - from > (name.Length + 1) * LetterWidth ? $"<text x=\"{N((from + to) / 2)}\" y=\"{BandTop + 18}\" text-anchor=\"middle\" style=\"fill:#111\">{name}</text>\n" : "\n");
            first = end;
        }
    }

    // Every other section is filled, so that their borders show.
    private static void Sections(StringBuilder svg, FeelResult result, double length)
    {
        IReadOnlyList<TimeSpan> starts = result.Segments.Count == 0 ? result.Song?.Sections ?? [] : [];
        for (int i = 0; i < starts.Count; i++)
        {
            double from = X(starts[i].TotalSeconds, length), to = i + 1 < starts.Count ? X(starts[i + 1].TotalSeconds, length) : Right;
            svg.Append($"<rect class=\"voice\"{(i % 2 == 0 ? string.Empty : " fill-opacity=\".4\"")} x=\"{N(from)}\" y=\"{VoiceTop}\" width=\"{N(Math.Max(to - from, 1))}\" height=\"{VoiceHeight}\"><title>{Clock.Of(starts[i])}</title></rect>\n");
        }
    }

    // The moments at which the same words count are one stretch.
    private static void Words(StringBuilder svg, IReadOnlyList<FeelMoment> timeline, double length, Language language)
    {
        for (int first = 0; first < timeline.Count;)
        {
            int end = first + 1;
            while (end < timeline.Count && ReferenceEquals(timeline[end].Words, timeline[first].Words))
            {
                end++;
            }

            if (timeline[first].Words is { } words)
            {
                double from = X(timeline[first].At.TotalSeconds, length), to = end < timeline.Count ? X(timeline[end].At.TotalSeconds, length) : Right;
                string title = WebUtility.HtmlEncode($"{FeelingNames.Noun(words.Percept.Emotions.Core).In(language)}: {TimelineCsv.Short(words)}");
                svg.Append($"<rect class=\"words\" x=\"{N(from)}\" y=\"{WordsTop}\" width=\"{N(Math.Max(to - from, 1))}\" height=\"{VoiceHeight}\" fill=\"{Colour(words.Percept.Emotions.Core)}\"><title>{title}</title></rect>\n");
            }

            first = end;
        }
    }

    private static string Colour(Emotion emotion) => emotion switch
    {
        Emotion.Joy => "#f0c93c",
        Emotion.Sadness => "#8ab4ea",
        Emotion.Anger => "#f08a7c",
        Emotion.Surprise => "#eba9cb",
        Emotion.Fear => "#b9a3e6",
        Emotion.Contempt => "#c8bb83",
        Emotion.Disgust => "#9ccb8c",
        _ => "#bdbdbd",
    };

    private static double X(double seconds, double length) => Left + ((Right - Left) * Math.Min(seconds / length, 1));

    private static double Y(double value) => Bottom - ((Bottom - Top) * (value + 1) / 2);

    private static string N(double value) => value.ToString("0.##");
}

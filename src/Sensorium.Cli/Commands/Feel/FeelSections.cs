using Sensorium.Perception;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>What sounds and videos have besides a feeling: utterances, the feeling over time, and what was said.</summary>
internal static class FeelSections
{
    private const int MostSegments = 10;
    private const int MostSaid = 3;
    private const int WidestSparkline = 60;
    private const string Levels = "▁▂▃▄▅▆▇█";

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Grey = new(Color.Grey);

    /// <summary>The sections for the eye.</summary>
    /// <param name="result">What was felt.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="language">The language.</param>
    /// <returns>Lines, none wider than the terminal; none for what has no such section.</returns>
    public static IEnumerable<StyledLine> Lines(FeelResult result, int width, Language language) =>
        Timeline(result, width, language).Concat(Segments(result, width, language)).Concat(Said(result, width, language));

    /// <summary>The sections in sentences.</summary>
    /// <param name="result">What was felt.</param>
    /// <param name="shell">Where to write.</param>
    public static void WriteSentences(FeelResult result, Shell shell)
    {
        foreach ((TimeSpan from, TimeSpan to, Emotion core) in Spans(result))
        {
            LocalizedText name = EmotionWords.Noun(core);
            shell.WriteLine(new LocalizedText(
                $"From {Clock.Of(from)} to {Clock.Of(to)} it is mostly {name.English}.",
                $"{Clock.Of(from)}부터 {Clock.Of(to)}까지 가장 큰 감정은 {name.Korean}."));
        }

        foreach (VoiceSegment segment in result.Segments)
        {
            shell.WriteLine(Sentence(segment));
        }

        foreach (FeelWords words in result.Words.Where(words => words.Start is not null))
        {
            string from = Clock.Of(words.Start!.Value), to = Clock.Of(words.End!.Value), text = words.Text.ReplaceLineEndings(" ").TrimEnd('.');
            LocalizedText says = FeelFacts.Expression(words.Percept);
            shell.WriteLine(new LocalizedText($"From {from} to {to}, said: {text}. The words: {says.English}.", $"{from}부터 {to}까지 한 말: {text}. 말의 감정: {says.Korean}."));
        }

        if (result.Transcript is { } transcript)
        {
            string text = transcript.Text.ReplaceLineEndings(" ").TrimEnd('.');
            shell.WriteLine(new LocalizedText($"What was said, as {transcript.Model} wrote it down: {text}.", $"{transcript.Model}의 받아쓰기: {text}."));
        }
    }

    /// <summary>A stretch of sound in a sentence.</summary>
    /// <param name="segment">The stretch.</param>
    /// <returns>E.g. <c>From 0:01.2 to 0:03.4, speech: joy 62 %, ....</c></returns>
    public static LocalizedText Sentence(VoiceSegment segment)
    {
        LocalizedText kind = KindOf(segment.Class), says = segment.Percept is { } percept ? FeelFacts.Says(new PerceptPart(1, percept)) : default;
        return new(
            $"From {Clock.Of(segment.Start)} to {Clock.Of(segment.End)}, {kind.English}{(says == default ? string.Empty : $": {says.English}")}.",
            $"{Clock.Of(segment.Start)}부터 {Clock.Of(segment.End)}까지 {kind.Korean}{(says == default ? string.Empty : $": {says.Korean}")}.");
    }

    /// <summary>A stretch of sound on one line.</summary>
    /// <param name="segment">The stretch.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="language">The language.</param>
    /// <returns>Its time, what it is, and what its voice expresses.</returns>
    public static StyledLine Line(VoiceSegment segment, int width, Language language)
    {
        Style? style = segment.Percept is { } felt ? new Style(EmotionBars.ColourOf(felt.Emotions.Core)) : null;
        string says = segment.Percept is { } percept ? FeelFacts.Expression(percept).In(language) : string.Empty;
        string start = Clock.Of(segment.Start), time = $"{new string(' ', Math.Max(9 - start.Length, 0))}{start}–{TextWidth.Pad(Clock.Of(segment.End), 9)}";
        StyledLine line = new StyledLine().Add(TextWidth.Cut(time + TextWidth.Pad(KindOf(segment.Class).In(language), 9), width));
        return line.Width < width ? line.Add(TextWidth.Cut(says, width - line.Width), style) : line;
    }

    /// <summary>Stretches of one core emotion.</summary>
    internal static IEnumerable<(TimeSpan From, TimeSpan To, Emotion Core)> Spans(FeelResult result)
    {
        for (int first = 0; first < result.Timeline.Count;)
        {
            Emotion core = result.Timeline[first].Percept.Emotions.Core;
            int end = first + 1;
            while (end < result.Timeline.Count && result.Timeline[end].Percept.Emotions.Core == core)
            {
                end++;
            }

            yield return (result.Timeline[first].At, end < result.Timeline.Count ? result.Timeline[end].At : result.Length ?? result.Timeline[^1].At, core);
            first = end;
        }
    }

    private static IEnumerable<StyledLine> Timeline(FeelResult result, int width, Language language)
    {
        if (result.Timeline.Count < 2)
        {
            yield break;
        }

        (LocalizedText Name, Func<Affect, Estimate> Axis)[] axes = [(new("valence", "정서가"), affect => affect.Valence), (new("arousal", "각성도"), affect => affect.Arousal)];
        int name = axes.Max(axis => TextWidth.Of(axis.Name.In(language))) + 4;
        int columns = Math.Clamp(width - name, 1, WidestSparkline);
        yield return new StyledLine();
        yield return new StyledLine().Add(new LocalizedText("Over time", "시간에 따라").In(language), Bold);
        foreach ((LocalizedText title, Func<Affect, Estimate> axis) in axes)
        {
            yield return new StyledLine().AddLeft($"  {title.In(language)}", name).Add(Sparkline([.. result.Timeline.Select(moment => axis(moment.Percept.Affect).Mean)], columns));
        }

        string spans = string.Join(", ", Spans(result).Select(span => $"{Clock.Of(span.From)} {EmotionWords.Noun(span.Core).In(language)}"));
        foreach (string line in TextWidth.Wrap(spans, Math.Max(width - 2, 8)).Take(MostSaid))
        {
            yield return new StyledLine().Add($"  {line}", Grey);
        }
    }

    private static IEnumerable<StyledLine> Segments(FeelResult result, int width, Language language)
    {
        if (result.Segments.Count == 0)
        {
            yield break;
        }

        yield return new StyledLine();
        yield return new StyledLine().Add(new LocalizedText($"Heard ({result.Segments.Count})", $"들린 것({result.Segments.Count})").In(language), Bold);
        foreach (VoiceSegment segment in result.Segments.Take(MostSegments))
        {
            yield return Line(segment, width, language);
        }

        if (result.Segments.Count > MostSegments)
        {
            yield return new StyledLine().Add(More(result.Segments.Count - MostSegments).In(language), Grey);
        }
    }

    private static IEnumerable<StyledLine> Said(FeelResult result, int width, Language language)
    {
        if (result.Transcript is not { } transcript)
        {
            yield break;
        }

        FeelWords[] timed = [.. result.Words.Where(words => words.Start is not null)];

        yield return new StyledLine();
        yield return new StyledLine().Add(new LocalizedText("Said", "한 말").In(language), Bold).Add(TextWidth.Cut($"  {transcript.Model}", Math.Max(width - 6, 1)), Grey);
        foreach (FeelWords words in timed.Take(MostSegments))
        {
            string start = Clock.Of(words.Start!.Value), says = FeelFacts.Expression(words.Percept).In(language);
            StyledLine line = new StyledLine().Add(TextWidth.Cut($"{new string(' ', Math.Max(9 - start.Length, 0))}{start}–{TextWidth.Pad(Clock.Of(words.End!.Value), 9)}", width));
            line = line.Add(TextWidth.Cut($"{says}  ", Math.Max(width - line.Width, 0)), new Style(EmotionBars.ColourOf(words.Percept.Emotions.Core)));
            yield return line.Width < width ? line.Add(TextWidth.Cut(words.Text.ReplaceLineEndings(" "), width - line.Width)) : line;
        }

        if (timed.Length > MostSegments)
        {
            yield return new StyledLine().Add(More(timed.Length - MostSegments).In(language), Grey);
        }

        foreach (string line in TextWidth.Wrap(transcript.Text.ReplaceLineEndings(" "), Math.Max(width - 2, 8)).Take(timed.Length > 0 ? 0 : MostSaid))
        {
            yield return new StyledLine().Add($"  {line}");
        }
    }

    /// <summary>A line of blocks, each as high as the mean of the values in its part.</summary>
    /// <param name="values">Values in [-1, 1], at least one.</param>
    /// <param name="columns">Most columns, at least 1.</param>
    /// <returns>As many blocks as there are values, at most <paramref name="columns"/>.</returns>
    internal static string Sparkline(IReadOnlyList<double> values, int columns)
    {
        int count = Math.Min(columns, values.Count);
        return string.Concat(Enumerable.Range(0, count).Select(column =>
        {
            int from = (int)((long)column * values.Count / count), to = (int)((column + 1L) * values.Count / count);
            double mean = values.Skip(from).Take(to - from).Average();
            return Levels[Math.Clamp((int)((mean + 1) / 2 * Levels.Length), 0, Levels.Length - 1)];
        }));
    }

    private static LocalizedText More(int count) => new($"      and {count} more", $"      외 {count}개");

    private static LocalizedText KindOf(SoundClass kind) => kind switch
    {
        SoundClass.Speech => new("speech", "말"),
        SoundClass.Singing => new("singing", "노래"),
        SoundClass.Music => new("music", "음악"),
        _ => new("other", "그 밖"),
    };
}

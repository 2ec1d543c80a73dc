using Sensorium.Perception;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>The answer of <c>feel</c> on one input for the eye: the plane, the emotions, the evidence and the faces on one screen.</summary>
internal static class FeelSummary
{
    private const int NarrowestChart = 60;
    private const int BarWidth = 16;
    private const int Gap = 3;
    private const int MostFaces = 8;
    private const int MostEvidence = 6;

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Grey = new(Color.Grey);

    /// <summary>Writes the answer.</summary>
    /// <param name="result">What was felt.</param>
    /// <param name="console">Where to write; its width decides on the layout.</param>
    /// <param name="language">The language.</param>
    public static void Write(FeelResult result, IAnsiConsole console, Language language)
    {
        int width = console.Profile.Width;
        foreach (StyledLine line in Lines(result, width, language))
        {
            line.Write(console);
        }
    }

    /// <summary>The lines of the answer, none wider than the console.</summary>
    internal static IEnumerable<StyledLine> Lines(FeelResult result, int width, Language language)
    {
        string facts = FeelFacts.SizeOf(result);
        string name = TextWidth.Cut(FeelFacts.NameOf(result).In(language), Math.Max(width - facts.Length - 2, 8));
        yield return new StyledLine().Add(name, Bold).Add("  ").Add(TextWidth.Cut(facts, Math.Max(width - TextWidth.Of(name) - 2, 1)), Grey);
        foreach (string line in TextWidth.Wrap(FeelingWords.Of(result.Percept).In(language), width))
        {
            yield return new StyledLine().Add(line, new Style(EmotionBars.ColourOf(result.Percept.Emotions.Core), decoration: Decoration.Bold));
        }

        yield return new StyledLine();
        foreach (StyledLine line in Picture(result.Percept, width, language))
        {
            yield return line;
        }

        foreach (StyledLine line in Evidence(result, width, language).Concat(Faces(result, width, language)).Concat(FeelSections.Lines(result, width, language)))
        {
            yield return line;
        }

        if (result.Notes.Count > 0)
        {
            yield return new StyledLine();
            yield return new StyledLine().Add(new LocalizedText("Note", "알아 둘 점").In(language), Bold);
            foreach (StyledLine line in result.Notes.SelectMany(note => Point(note.In(language), "  · ", width, null)))
            {
                yield return line;
            }
        }

        if (result.Care is { } care)
        {
            yield return new StyledLine();
            foreach (string line in TextWidth.Wrap(care.In(language), width))
            {
                yield return new StyledLine().Add(line);
            }
        }
    }

    private static IReadOnlyList<StyledLine> Picture(Percept percept, int width, Language language)
    {
        IReadOnlyList<StyledLine> numbers = Numbers(percept.Affect, language);
        if (width < NarrowestChart)
        {
            int bar = Math.Clamp(width - 18, 4, BarWidth);
            return [.. numbers, new StyledLine(), .. EmotionBars.Draw(percept.Emotions, bar, language)];
        }

        Style dot = new(EmotionBars.ColourOf(percept.Emotions.Core), decoration: Decoration.Bold);
        IReadOnlyList<StyledLine> chart = PlaneChart.Draw(percept.Affect, dot, language);
        StyledLine[] beside = [new StyledLine(), .. EmotionBars.Draw(percept.Emotions, BarWidth, language), new StyledLine(), .. numbers];
        return chart.Max(line => line.Width) + Gap + beside.Max(line => line.Width) <= width
            ? StyledLine.Beside(chart, beside, Gap)
            : [.. chart, .. beside];
    }

    private static List<StyledLine> Numbers(Affect affect, Language language)
    {
        (LocalizedText Name, string Value)[] rows =
        [
            (new("valence", "정서가"), Figures.Number(affect.Valence)),
            (new("arousal", "각성도"), Figures.Number(affect.Arousal)),
        ];
        int width = rows.Max(row => TextWidth.Of(row.Name.In(language))) + 2;
        List<StyledLine> lines = [.. rows.Select(row => new StyledLine().AddLeft(row.Name.In(language), width).Add(row.Value))];
        if (affect.Warmth is double warmth)
        {
            lines.Add(new StyledLine()
                .AddLeft(new LocalizedText("warmth", "온기").In(language), width)
                .Add(Figures.Number(warmth)).Add($"  {FeelingWords.OfWarmth(warmth).In(language)}", Grey));
        }

        return lines;
    }

    private static IEnumerable<StyledLine> Evidence(FeelResult result, int width, Language language)
    {
        yield return new StyledLine();
        yield return new StyledLine().Add(new LocalizedText("Why", "근거").In(language), Bold);
        foreach (StyledLine line in FeelFacts.OwnEvidence(result).SelectMany(own => Point(own.In(language), "  ! ", width, new Style(Color.Yellow))))
        {
            yield return line;
        }

        IReadOnlyList<(PerceptPart, IReadOnlyList<LocalizedText>)> sources = FeelFacts.EvidenceOf(result);
        foreach ((PerceptPart part, IReadOnlyList<LocalizedText> evidence) in sources)
        {
            string head = $"  {SourceNames.Of(part.Percept.Source).In(language)}{(sources.Count > 1 ? $" {Figures.WholePercent(part.Weight)}" : string.Empty)}";
            yield return new StyledLine().Add(TextWidth.Cut($"{head}  {FeelFacts.Says(part).In(language)}", width));
            foreach (StyledLine line in evidence.Take(MostEvidence).SelectMany(text => Point(text.In(language), "    · ", width, Grey)))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<StyledLine> Faces(FeelResult result, int width, Language language)
    {
        // A video's faces move, and a mix has several pictures: a place would mislead.
        if (result.Faces.Count == 0 || result.Width == 0)
        {
            yield break;
        }

        yield return new StyledLine();
        yield return new StyledLine().Add(new LocalizedText($"Faces ({result.Faces.Count})", $"얼굴({result.Faces.Count})").In(language), Bold);
        (string Place, string Size, FacePercept Face)[] rows =
        [
            .. result.Faces.Take(MostFaces).Select(face => (FeelFacts.PlaceOf(face.Face.Box, result).In(language), FeelFacts.SizeOf(face.Face.Box), face)),
        ];
        int place = rows.Max(row => TextWidth.Of(row.Place)), size = rows.Max(row => TextWidth.Of(row.Size));
        for (int i = 0; i < rows.Length; i++)
        {
            StyledLine line = new StyledLine().AddRight($"{i + 1}", 4).Add("  ").AddLeft(rows[i].Place, place + 2);
            if (width >= NarrowestChart)
            {
                line.AddRight(rows[i].Size, size).Add("  ");
            }

            Percept percept = rows[i].Face.Percept;
            string guess = rows[i].Face.Attributes is { } attributes ? $"  {FeelFacts.Guess(attributes).In(language)}" : string.Empty;
            string expression = FeelFacts.Expression(percept).In(language) + guess;
            yield return line.Add(TextWidth.Cut(expression, Math.Max(width - line.Width, 1)), new Style(EmotionBars.ColourOf(percept.Emotions.Core)));
        }

        if (result.Faces.Count > MostFaces)
        {
            int more = result.Faces.Count - MostFaces;
            yield return new StyledLine().Add(new LocalizedText($"      and {more} more", $"      외 {more}개").In(language), Grey);
        }
    }

    private static IEnumerable<StyledLine> Point(string text, string mark, int width, Style? style)
    {
        string lead = mark;
        foreach (string line in TextWidth.Wrap(text, Math.Max(width - mark.Length, 8)))
        {
            yield return new StyledLine().Add(lead + line, style);
            lead = new string(' ', mark.Length);
        }
    }
}

using Sensorium.Library;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>The answer of <c>match</c> for the eye: a line for each song with a bar of its fit, and its reason below.</summary>
internal static class MatchSummary
{
    private const int BarWidth = 10;
    private const int NarrowestBar = 60;
    private const int LengthWidth = 6;
    private const string Eighths = " ▏▎▍▌▋▊▉";

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Grey = new(Color.Grey);

    /// <summary>Writes the answer.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="options">How songs were chosen.</param>
    /// <param name="console">Where to write; its width decides on the layout.</param>
    /// <param name="language">The language.</param>
    public static void Write(MatchResult result, MatchOptions options, IAnsiConsole console, Language language)
    {
        foreach (StyledLine line in Lines(result, options, console.Profile.Width, language))
        {
            line.Write(console);
        }
    }

    /// <summary>The lines of the answer, none wider than the console.</summary>
    internal static IEnumerable<StyledLine> Lines(MatchResult result, MatchOptions options, int width, Language language)
    {
        foreach (string line in TextWidth.Wrap(MatchFacts.Sought(result).In(language), width))
        {
            yield return new StyledLine().Add(line, Bold);
        }

        if (result.Wish.Tags.Count > 0)
        {
            string tags = string.Join(", ", result.Wish.Tags.Take(8).Select(tag => $"{(tag.Weight < 0 ? "-" : string.Empty)}{TagWords.Of(tag.Name).In(language)}"));
            yield return new StyledLine().Add(TextWidth.Cut(tags, width), Grey);
        }

        yield return new StyledLine();
        for (int i = 0; i < result.Ranking.Songs.Count; i++)
        {
            foreach (StyledLine line in Song(result, i, width, language))
            {
                yield return line;
            }
        }

        if (result.Journey is { } journey)
        {
            string length = Clock.Of(journey.Length);
            yield return new StyledLine().Add(TextWidth.Cut(new LocalizedText($"{length} together", $"모두 {length}").In(language), width), Bold);
        }

        foreach (StyledLine line in Section(new("Why", "이유"), result.Absences.Select(absence => MatchReasons.Of(absence, options)), width, language)
            .Concat(Section(new("Note", "알아 둘 점"), result.Notes, width, language)))
        {
            yield return line;
        }

        foreach (string line in result.Felt?.Care is { } care ? TextWidth.Wrap(care.In(language), width) : [])
        {
            yield return new StyledLine().Add(line);
        }
    }

    private static IEnumerable<StyledLine> Song(MatchResult result, int index, int width, Language language)
    {
        MatchedSong matched = result.Ranking.Songs[index];
        Style style = new(EmotionBars.ColourOf(matched.Song.Song.Percept.Emotions.Core), decoration: Decoration.Bold);
        StyledLine line = new StyledLine().AddRight($"{index + 1}", 3).Add(" ");
        if (width >= NarrowestBar)
        {
            line.AddLeft(Bar(matched.Fit), BarWidth, style).Add(" ");
        }

        line.AddRight(Figures.WholePercent(matched.Fit), 5, style).Add("  ");
        string name = (matched.IsPinned ? "* " : string.Empty) + MatchFacts.NameOf(matched.Song);
        int room = Math.Max(width - line.Width - LengthWidth - 1, 4);
        yield return line.AddLeft(name, room).Add(" ").AddRight(Clock.Of(result.Journey is { } journey ? journey.Steps[index].Start : matched.Song.Length), LengthWidth, Grey);
        string where = MatchFacts.WhereIs(matched.Song) is { } server ? new LocalizedText($" It lies {server.English}.", $" {server.Korean}.").In(language) : string.Empty;
        foreach (string text in TextWidth.Wrap(MatchReasons.Of(matched).In(language) + where, Math.Max(width - 4, 8)))
        {
            yield return new StyledLine().Add($"    {text}", Grey);
        }
    }

    private static IEnumerable<StyledLine> Section(LocalizedText title, IEnumerable<LocalizedText> texts, int width, Language language)
    {
        bool isFirst = true;
        foreach (LocalizedText text in texts)
        {
            if (isFirst)
            {
                yield return new StyledLine();
                yield return new StyledLine().Add(title.In(language), Bold);
                isFirst = false;
            }

            string lead = "  · ";
            foreach (string line in TextWidth.Wrap(text.In(language), Math.Max(width - 4, 8)))
            {
                yield return new StyledLine().Add(lead + line);
                lead = "    ";
            }
        }
    }

    private static string Bar(double fit)
    {
        int eighths = (int)Math.Round(fit * BarWidth * 8);
        return new string('█', eighths / 8) + (eighths % 8 > 0 ? Eighths[eighths % 8].ToString() : string.Empty);
    }
}

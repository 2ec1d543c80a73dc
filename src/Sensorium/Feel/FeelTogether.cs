using Sensorium.Perception;

namespace Sensorium;

/// <summary>Makes one result of several.</summary>
internal static class FeelTogether
{
    /// <summary>Fuses the sources of several results.</summary>
    /// <param name="inputs">All inputs, in the order given.</param>
    /// <param name="results">What was felt in them, at least one.</param>
    /// <param name="silent">Why there was nothing to feel in the others.</param>
    /// <param name="fusion">Puts sources together.</param>
    /// <returns>One feeling. It is of the kind of the one file where all else are words, a mix otherwise.</returns>
    public static FeelResult Of(IReadOnlyList<FeelInput> inputs, IReadOnlyList<FeelResult> results, IReadOnlyList<LocalizedText> silent, PerceptFusion fusion)
    {
        FeelResult[] files = [.. results.Where(result => result.Kind != "text")];
        FeelResult lead = files.Length > 0 ? files[0] : results[0];
        Percept percept = fusion.Fuse([.. results.SelectMany(result => SourcesOf(result.Percept))]);
        IReadOnlyList<VoiceSegment> segments = results.Select(result => result.Segments).FirstOrDefault(segments => segments.Count > 0) ?? [];
        FeelWords[] given = [.. results.Where(result => result.Kind == "text").SelectMany(result => result.Words)];
        return lead with
        {
            Input = string.Join(" + ", inputs.Select(input => input.Name)),
            Kind = files.Length == 1 && inputs.Count(input => input.Words is null) == 1 ? lead.Kind : results.All(result => result.Kind == "text") ? "text" : "mix",
            Inputs = [.. inputs.Select(input => input.Name)],
            Bytes = results.Sum(result => result.Bytes),
            Length = First(results, result => result.Length),
            Percept = percept,
            Faces = [.. results.SelectMany(result => result.Faces)],
            Segments = segments,
            Song = results.Select(result => result.Song).FirstOrDefault(song => song is not null),
            Timeline = WithWords(results.Select(result => result.Timeline).FirstOrDefault(timeline => timeline.Count > 0) ?? [], lead.Length ?? TimeSpan.Zero, new WordsInTime(given, segments), fusion),
            Words = [.. files.SelectMany(result => result.Words), .. given],
            Transcript = results.Select(result => result.Transcript).FirstOrDefault(transcript => transcript is not null),
            Care = First(results, result => result.Care),
            Notes = [.. silent.Select(Note), .. results.SelectMany(result => result.Notes).Except(Doubts(results)).Distinct(), .. FeelNotes.OfDoubts(percept)],
            Warning = First(results, result => result.Warning),
        };
    }

    // The words that were given have no times: they count wherever somebody speaks.
    private static FeelMoment[] WithWords(IReadOnlyList<FeelMoment> timeline, TimeSpan length, WordsInTime words, PerceptFusion fusion) =>
    [
        .. timeline.Select((moment, i) => words.At(moment.At, i + 1 < timeline.Count ? timeline[i + 1].At : length) is { } now
            ? moment with { Percept = fusion.Fuse([.. SourcesOf(moment.Percept), now.Percept]), Words = now }
            : moment),
    ];

    private static IEnumerable<Percept> SourcesOf(Percept percept) =>
        percept.Source == PerceptFusion.Source ? percept.Parts.Select(part => part.Percept) : [percept];

    // What one source alone is unsure of, another may know.
    private static IEnumerable<LocalizedText> Doubts(IReadOnlyList<FeelResult> results) => results.SelectMany(result => FeelNotes.OfDoubts(result.Percept));

    private static LocalizedText Note(LocalizedText sentence) => new(sentence.English.TrimEnd('.'), sentence.Korean.TrimEnd('.'));

    private static T? First<T>(IReadOnlyList<FeelResult> results, Func<FeelResult, T?> of)
        where T : struct => results.Select(of).FirstOrDefault(value => value is not null);
}

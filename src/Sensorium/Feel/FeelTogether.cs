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
        Percept percept = fusion.Fuse([.. results.SelectMany(SourcesOf)]);
        return lead with
        {
            Input = string.Join(" + ", inputs.Select(input => input.Name)),
            Kind = files.Length == 1 && inputs.Count(input => input.Words is null) == 1 ? lead.Kind : results.All(result => result.Kind == "text") ? "text" : "mix",
            Inputs = [.. inputs.Select(input => input.Name)],
            Bytes = results.Sum(result => result.Bytes),
            Length = First(results, result => result.Length),
            Percept = percept,
            Faces = [.. results.SelectMany(result => result.Faces)],
            Segments = results.Select(result => result.Segments).FirstOrDefault(segments => segments.Count > 0) ?? [],
            Timeline = results.Select(result => result.Timeline).FirstOrDefault(timeline => timeline.Count > 0) ?? [],
            Transcript = results.Select(result => result.Transcript).FirstOrDefault(transcript => transcript is not null),
            Care = First(results, result => result.Care),
            Notes = [.. silent.Select(Note), .. results.SelectMany(result => result.Notes).Except(Doubts(results)).Distinct(), .. FeelNotes.OfDoubts(percept)],
            Warning = First(results, result => result.Warning),
        };
    }

    private static IEnumerable<Percept> SourcesOf(FeelResult result) =>
        result.Percept.Source == PerceptFusion.Source ? result.Percept.Parts.Select(part => part.Percept) : [result.Percept];

    // What one source alone is unsure of, another may know.
    private static IEnumerable<LocalizedText> Doubts(IReadOnlyList<FeelResult> results) => results.SelectMany(result => FeelNotes.OfDoubts(result.Percept));

    private static LocalizedText Note(LocalizedText sentence) => new(sentence.English.TrimEnd('.'), sentence.Korean.TrimEnd('.'));

    private static T? First<T>(IReadOnlyList<FeelResult> results, Func<FeelResult, T?> of)
        where T : struct => results.Select(of).FirstOrDefault(value => value is not null);
}

using Sensorium.Library;

namespace Sensorium;

/// <summary>The tags that evidence asks for: what was seen in a picture, as far as the table of words knows it.</summary>
internal static class EvidenceWords
{
    /// <summary>Reads evidence.</summary>
    /// <param name="percept">What was felt.</param>
    /// <returns>Tags without a place, which the percept has already; null where no word asks for anything. Nothing is reported as unknown.</returns>
    public static WordReading? Of(Percept percept)
    {
        // Words that somebody wrote are evidence of a text, and colours in per cent are no moods: "60 % dark blue" is not sad.
        IEnumerable<Percept> sources = percept.Parts.Count > 0 ? percept.Parts.Select(part => part.Percept) : [percept];
        string[] told = [.. sources.Where(source => source.Source is "scene").SelectMany(source => source.Evidence).Select(text => Head(text.English)).Where(head => !head.Contains('%', StringComparison.Ordinal))];
        WordReading read = WordTable.Default.Read(string.Join(". ", told));
        return read.Tags.Count == 0 ? null : read with { Valence = null, Arousal = null, Unknown = [] };
    }

    // What follows is how much of it there is.
    private static string Head(string evidence)
    {
        int end = evidence.AsSpan().IndexOfAny("(:,");
        return end < 0 ? evidence : evidence[..end];
    }
}

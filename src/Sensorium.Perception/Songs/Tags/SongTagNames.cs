namespace Sensorium.Perception;

/// <summary>The words that the tagger of ours knows.</summary>
public static class SongTagNames
{
    /// <summary>Families of instruments.</summary>
    public static IReadOnlyList<string> Instruments { get; } =
        ["piano", "guitar", "strings", "brass", "woodwind", "flute", "organ", "synth", "bells", "harp", "bass", "drums", "voice"];

    /// <summary>Qualities, in pairs that exclude each other.</summary>
    public static IReadOnlyList<string> Qualities { get; } =
        ["vocal", "instrumental", "fast", "slow", "loud", "soft", "bright", "dark", "major", "minor", "electronic", "acoustic"];

    /// <summary>The eight sectors of the plane, from excited (lively and pleasant) by way of calm to angry.</summary>
    public static IReadOnlyList<string> Moods { get; } =
        ["excited", "happy", "content", "calm", "tired", "sad", "tense", "angry"];

    /// <summary>The words that cannot be said of a song together with a word.</summary>
    /// <param name="name">The word.</param>
    /// <returns>The other one of its pair; nothing for most.</returns>
    internal static IEnumerable<string> Exclude(string name) => name switch
    {
        "vocals" or "voice" or "singing" or "male vocal" or "female vocal" or "male voice" or "female voice" => ["instrumental"],
        "no vocals" or "no vocal" or "no voice" => ["vocal", "voice"],
        "quiet" => ["loud"],
        _ => Pair(name),
    };

    private static IEnumerable<string> Pair(string name)
    {
        for (int i = 0; i < Qualities.Count; i++)
        {
            if (Qualities[i] == name)
            {
                yield return Qualities[i ^ 1];
            }
        }
    }
}

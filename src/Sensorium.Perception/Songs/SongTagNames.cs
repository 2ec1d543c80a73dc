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
}

namespace Sensorium.Library;

/// <summary>What a word asks of songs.</summary>
/// <param name="Tags">The tags asked for.</param>
/// <param name="Valence">Where on the plane it lies, -1..1; null where it says nothing.</param>
/// <param name="Arousal">Where on the plane it lies, -1..1; null where it says nothing.</param>
public sealed record WordEntry(IReadOnlyList<WishedTag> Tags, double? Valence, double? Arousal);

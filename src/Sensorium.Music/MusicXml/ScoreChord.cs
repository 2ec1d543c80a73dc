namespace Sensorium.Music;

/// <summary>A chord symbol over a score.</summary>
/// <param name="Beat">Beats from the start.</param>
/// <param name="Key">The key that spells it.</param>
/// <param name="Chord">The chord.</param>
public readonly record struct ScoreChord(double Beat, Key Key, Chord Chord);

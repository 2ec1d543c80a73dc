using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>A chord of a composed piece.</summary>
/// <param name="Beat">Beats from the start.</param>
/// <param name="Key">The key it stands in.</param>
/// <param name="Chord">The chord.</param>
public readonly record struct CompositionChord(double Beat, Key Key, Chord Chord);

namespace Sensorium.Perception;

/// <summary>
/// How far a source's own certainty is believed when it is fused with others: exponents of its densities, relative to the most trusted
/// source at hand. 0 ignores the source, 1 takes it at its word. They make up for what the sources do not say of themselves: that
/// they were fitted on other pictures, and that they see the same pixels.
/// </summary>
/// <param name="Valence">Trust in its valence, 0..1.</param>
/// <param name="Arousal">Trust in its arousal, 0..1.</param>
/// <param name="Emotions">Trust in its eight emotions, 0..1.</param>
public readonly record struct SourceTrust(double Valence, double Arousal, double Emotions);

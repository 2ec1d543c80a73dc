namespace Sensorium.Audio;

/// <summary>A pitch that a frame may have.</summary>
/// <param name="Hertz">Its frequency.</param>
/// <param name="Aperiodicity">The share of the power that does not repeat.</param>
/// <param name="Probability">How likely it is, 0..1.</param>
internal readonly record struct PitchCandidate(float Hertz, float Aperiodicity, float Probability);

namespace Sensorium.Audio;

/// <summary>The fundamental frequency of a moment.</summary>
/// <param name="Hertz">The best candidate, whether or not the frame is voiced; 0 in silence.</param>
/// <param name="Aperiodicity">The share of the power that does not repeat with that period: near 0 for a steady tone, about 1 for noise; 1 in silence.</param>
/// <param name="IsVoiced">Whether the frame has a pitch.</param>
public readonly record struct PitchEstimate(float Hertz, float Aperiodicity, bool IsVoiced)
{
    /// <summary>How much repeats, 0..1: 1 - aperiodicity.</summary>
    public float Periodicity => Math.Clamp(1 - Aperiodicity, 0, 1);
}

namespace Sensorium;

/// <summary>How far <see cref="HearFlow"/> has come.</summary>
/// <param name="Step">What is being done, as a short sentence.</param>
/// <param name="Fraction">0..1, never goes back.</param>
public readonly record struct HearProgress(LocalizedText Step, double Fraction);

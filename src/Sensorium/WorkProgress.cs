namespace Sensorium;

/// <summary>How far a piece of work has come.</summary>
/// <param name="Step">What is being done, as a short sentence.</param>
/// <param name="Fraction">0..1, never goes back.</param>
public readonly record struct WorkProgress(LocalizedText Step, double Fraction);

namespace Sensorium.Lab.Evaluation;

/// <summary>A figure measured on a sample, and where it would lie on other samples of the same kind.</summary>
/// <param name="Value">The figure on the whole sample.</param>
/// <param name="Lowest">Lower end of the 95 % interval.</param>
/// <param name="Highest">Upper end.</param>
public readonly record struct ConfidenceInterval(double Value, double Lowest, double Highest);

namespace Sensorium;

/// <summary>A measured value with its spread, in the unit of the value.</summary>
/// <param name="Mean">The expected value.</param>
/// <param name="Sd">The standard deviation; 0 means that the value is given rather than measured.</param>
public readonly record struct Estimate(double Mean, double Sd);

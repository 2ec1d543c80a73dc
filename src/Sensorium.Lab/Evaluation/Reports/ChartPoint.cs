namespace Sensorium.Lab.Evaluation;

/// <summary>A point of a chart.</summary>
/// <param name="X">Along the first axis.</param>
/// <param name="Y">Along the second.</param>
public readonly record struct ChartPoint(double X, double Y);

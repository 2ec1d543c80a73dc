using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Fusion;

/// <summary>How often one source, or both together, were right, and whether as often as they said.</summary>
/// <param name="Accuracy">Share that was right; what says nothing is wrong. Intervals over speakers.</param>
/// <param name="Error">Expected calibration error; NaN where it says nothing.</param>
/// <param name="Reliability">The bins behind <paramref name="Error"/>.</param>
public sealed record FusionFigures(ConfidenceInterval Accuracy, double Error, IReadOnlyList<ReliabilityBin> Reliability);

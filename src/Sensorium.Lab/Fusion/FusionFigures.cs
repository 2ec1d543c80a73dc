using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Fusion;

/// <summary>How often one source, or both together, were right, and whether as often as they said.</summary>
/// <param name="Accuracy">Share that was right after calibrations that were fitted on the other half; a source that says nothing is wrong. Intervals over speakers.</param>
/// <param name="AsStated">The same without any calibration, as the program fuses.</param>
/// <param name="Raw">Expected calibration error as the source states its shares; NaN where it says nothing.</param>
/// <param name="Calibrated">The same after calibrations that were fitted on the other half.</param>
/// <param name="Reliability">The bins behind <paramref name="Calibrated"/>.</param>
public sealed record FusionFigures(ConfidenceInterval Accuracy, double AsStated, double Raw, double Calibrated, IReadOnlyList<ReliabilityBin> Reliability);

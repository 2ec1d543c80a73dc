using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Fusion;

/// <summary>The figures of one setting.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Items">How many pairs there were.</param>
/// <param name="Face">The face alone.</param>
/// <param name="Voice">The voice alone.</param>
/// <param name="Mean">The mean of both, the plain way, for comparison.</param>
/// <param name="Fused">Both fused.</param>
/// <param name="Gain">Accuracy of both fused less that of the better source alone, with its interval over speakers.</param>
public sealed record FusionRow(FusionSetting Setting, int Items, FusionFigures Face, FusionFigures Voice, FusionFigures Mean, FusionFigures Fused, ConfidenceInterval Gain);

using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Fusion;

/// <summary>The figures of one setting.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Items">How many pairs there were.</param>
/// <param name="Face">The face alone, as it enters fusion.</param>
/// <param name="Voice">The voice alone, as it enters fusion.</param>
/// <param name="Fused">Both fused, as the program fuses.</param>
/// <param name="Gain">Accuracy of both fused less that of the better source alone, with its interval over speakers.</param>
/// <param name="StatedFace">The face alone as its model states it.</param>
/// <param name="StatedVoice">The voice alone as its model states it.</param>
/// <param name="StatedMean">The mean of what both models state, the plain way.</param>
public sealed record FusionRow(
    FusionSetting Setting, int Items, FusionFigures Face, FusionFigures Voice, FusionFigures Fused, ConfidenceInterval Gain, FusionFigures StatedFace, FusionFigures StatedVoice, FusionFigures StatedMean);

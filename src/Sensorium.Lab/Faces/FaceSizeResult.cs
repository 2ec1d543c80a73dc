using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Faces;

/// <summary>How well faces of one size are read.</summary>
/// <param name="Side">Side of the tile in pixels before it was enlarged.</param>
/// <param name="Accuracy">Share of faces whose emotion was named.</param>
/// <param name="UnweightedAverageRecall">Mean recall of the emotions.</param>
public readonly record struct FaceSizeResult(int Side, ConfidenceInterval Accuracy, ConfidenceInterval UnweightedAverageRecall);

namespace Sensorium.Lab.Detection;

/// <summary>How well faces of one range of sizes are found, at the detector's own threshold.</summary>
/// <param name="From">Least size in pixels: the side of the square of the same area; smaller ones count in the first range.</param>
/// <param name="To">Size that belongs to the next range; infinite for the last.</param>
/// <param name="Faces">True faces of these sizes.</param>
/// <param name="Recall">Share of them that was found; NaN without any.</param>
/// <param name="Found">Findings of these sizes.</param>
/// <param name="Precision">Share of them that was right; NaN without any.</param>
public readonly record struct DetectionSizeScores(double From, double To, int Faces, double Recall, int Found, double Precision);

namespace Sensorium.Lab.Evaluation;

/// <summary>What is found, and how much of it is right, when everything at or over one confidence counts.</summary>
/// <param name="Threshold">The least confidence that counts.</param>
/// <param name="Recall">Share of the true items that were found, 0..1.</param>
/// <param name="Precision">Share of the findings that were right, 0..1.</param>
public readonly record struct PrecisionRecallPoint(double Threshold, double Recall, double Precision);

namespace Sensorium.Lab.Evaluation;

/// <summary>Items whose top probability lies in one range, and how often they were right.</summary>
/// <param name="From">Lower end of the range of the top probability.</param>
/// <param name="To">Upper end.</param>
/// <param name="Count">Items in it.</param>
/// <param name="Confidence">Mean top probability of these items; NaN where there are none.</param>
/// <param name="Accuracy">Share of them that was right; NaN where there are none.</param>
public readonly record struct ReliabilityBin(double From, double To, int Count, double Confidence, double Accuracy);

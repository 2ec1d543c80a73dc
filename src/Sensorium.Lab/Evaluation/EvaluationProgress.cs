namespace Sensorium.Lab.Evaluation;

/// <summary>How far an evaluation has come.</summary>
/// <param name="Step">What is being done, a few words.</param>
/// <param name="Fraction">0..1, never goes back.</param>
public readonly record struct EvaluationProgress(LocalizedText Step, double Fraction);

namespace Sensorium.Lab.Evaluation;

/// <summary>One part of a longer work: its share of 0..1 becomes a stretch of the whole.</summary>
/// <param name="whole">Hears of the whole; null for none.</param>
/// <param name="step">What this part does.</param>
/// <param name="from">Where it begins, 0..1.</param>
/// <param name="to">Where it ends.</param>
internal sealed class ProgressPart(IProgress<EvaluationProgress>? whole, LocalizedText step, double from, double to) : IProgress<double>
{
    /// <inheritdoc/>
    public void Report(double value) => whole?.Report(new EvaluationProgress(step, from + ((to - from) * Math.Clamp(value, 0, 1))));
}

using Sensorium.Lab.Evaluation;

namespace Sensorium.Cli;

/// <summary>Shows how far an evaluation has come on a <see cref="ProgressLine"/>.</summary>
/// <param name="line">Where it is shown.</param>
internal sealed class EvaluationLine(ProgressLine line) : IProgress<EvaluationProgress>
{
    /// <inheritdoc />
    public void Report(EvaluationProgress value) => line.Report(new WorkProgress(value.Step, value.Fraction));
}

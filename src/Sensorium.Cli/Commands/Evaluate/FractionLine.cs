namespace Sensorium.Cli;

/// <summary>Shows the share of one long step on a <see cref="ProgressLine"/>.</summary>
/// <param name="line">Where it is shown.</param>
/// <param name="step">What is being done.</param>
internal sealed class FractionLine(ProgressLine line, LocalizedText step) : IProgress<double>
{
    /// <inheritdoc />
    public void Report(double value) => line.Report(new WorkProgress(step, value));
}

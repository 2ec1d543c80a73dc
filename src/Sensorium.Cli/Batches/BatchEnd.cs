namespace Sensorium.Cli;

/// <summary>How a batch ended.</summary>
/// <param name="Failed">How many inputs failed.</param>
/// <param name="ExitCode">The exit code, as <see cref="Cli.ExitCode"/> names them.</param>
internal readonly record struct BatchEnd(int Failed, int ExitCode)
{
    /// <summary>How many inputs were done and how many failed, as a sentence.</summary>
    /// <param name="count">How many there were.</param>
    /// <returns>The sentence.</returns>
    public LocalizedText Total(int count) => new(
        $"{count - Failed} of {count} done{(Failed > 0 ? $", {Failed} failed" : string.Empty)}.",
        $"{count}개 가운데 {count - Failed}개를 마쳤습니다.{(Failed > 0 ? $" {Failed}개는 실패했습니다." : string.Empty)}");
}

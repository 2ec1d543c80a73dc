using Sensorium.Library;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary>Scans with a line of progress, and says what came of it.</summary>
internal static class LibraryScanning
{
    /// <summary>Scans.</summary>
    /// <param name="flow">The library.</param>
    /// <param name="catalogue">Its catalogue.</param>
    /// <param name="perceiver">Hears songs.</param>
    /// <param name="options">How to scan.</param>
    /// <param name="shell">Where to speak.</param>
    /// <param name="cancellationToken">Stops the scan; what is done stays.</param>
    /// <returns>The exit code: a file that cannot be used is no failure.</returns>
    public static async Task<int> RunAsync(LibraryFlow flow, SqliteCatalogue catalogue, ISongPerceiver perceiver, ScanOptions options, Shell shell, CancellationToken cancellationToken)
    {
        ScanReport report;
        using (var line = new ProgressLine(shell, string.Empty))
        {
            report = await flow.ScanAsync(catalogue, perceiver, options, new ProgressWords(line), cancellationToken).ConfigureAwait(false);
        }

        LibraryWords.WriteReport(report, catalogue, shell);
        return cancellationToken.IsCancellationRequested ? ExitCode.Cancelled : ExitCode.Done;
    }

    private sealed class ProgressWords(ProgressLine line) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value)
        {
            if (value.Work == 0)
            {
                // A server tells its songs album by album.
                line.Report(new WorkProgress(new LocalizedText($"{value.Found:N0} found", $"{value.Found:N0}개 찾음"), 0));
                return;
            }

            string rate = value.FilesAnHour.ToString("N0");
            string left = value.Left is { } time ? LibraryWords.Time(time) : "?";
            line.Report(new WorkProgress(
                new LocalizedText(
                    $"{value.Done:N0} of {value.Work:N0} files, {rate} an hour, {left} left",
                    $"{value.Work:N0}개 가운데 {value.Done:N0}개, 시간당 {rate}개, 남은 시간 {left}"),
                (double)value.Done / value.Work));
        }
    }
}

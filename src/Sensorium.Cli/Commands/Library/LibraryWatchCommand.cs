using Sensorium.Library;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary><c>library watch</c>: scans whenever the folders change, until it is stopped.</summary>
internal sealed class LibraryWatchCommand : ScanVerb
{
    private static readonly Example[] Samples = [new("sensorium library watch --cpu 25%", new("Keeps the library up to date until Ctrl-C.", "Ctrl-C를 누를 때까지 라이브러리를 최신으로 유지합니다."))];

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    /// <param name="perceiver">Opens what hears songs.</param>
    public LibraryWatchCommand(Language language, Func<Shell, ISongPerceiver> perceiver)
        : base("watch", new("Scan now and whenever the folders change, until Ctrl-C.", "지금, 그리고 폴더가 바뀔 때마다 분석합니다. Ctrl-C로 끝냅니다."), Samples, language, perceiver)
    {
    }

    /// <inheritdoc />
    protected override async Task<int> ScanAsync(LibraryFlow flow, SqliteCatalogue catalogue, ISongPerceiver perceiver, ScanOptions options, Shell shell, CancellationToken cancellationToken)
    {
        foreach (LibraryRoot server in catalogue.Roots().Where(root => ServerPlace.IsOnServer(root.Path)))
        {
            shell.Warn(server.Path, new("a music server tells of no changes; it is scanned once, now.", "음악 서버는 바뀐 것을 알려 주지 않으므로 지금 한 번만 검색합니다."));
        }

        await flow.WatchAsync(
            catalogue,
            perceiver,
            options,
            report =>
            {
                // What changed nothing is not worth a line.
                if (report.Analysed + report.Copied + report.Moved + report.Gone > 0)
                {
                    LibraryWords.WriteReport(report, catalogue, shell);
                    shell.Flush();
                }
            },
            cancellationToken: cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }
}

using System.CommandLine;
using Sensorium.Library;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary><c>library watch</c>: scans whenever the folders change, until it is stopped.</summary>
internal sealed class LibraryWatchCommand : Verb
{
    private static readonly Example[] Samples = [new("sensorium library watch --cpu 25%", new("Keeps the library up to date until Ctrl-C.", "Ctrl-C를 누를 때까지 라이브러리를 최신으로 유지합니다."))];

    private readonly Func<Shell, ISongPerceiver> _perceiver;
    private readonly ScanArguments _scan;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    /// <param name="perceiver">Opens what hears songs.</param>
    public LibraryWatchCommand(Language language, Func<Shell, ISongPerceiver> perceiver)
        : base("watch", new("Scan now and whenever the folders change, until Ctrl-C.", "지금, 그리고 폴더가 바뀔 때마다 분석합니다. Ctrl-C로 끝냅니다."), Samples, language)
    {
        _perceiver = perceiver;
        _scan = new ScanArguments(this, language);
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        List<LocalizedText> all = [.. errors];
        ScanOptions options = _scan.Read(parsed, all);
        InvalidCommandLineException.ThrowIfAny(all);
        var flow = new LibraryFlow(new SensoriumHome(shell.Terminal.Variable));
        using SqliteCatalogue catalogue = flow.Open();
        await flow.WatchAsync(
            catalogue,
            _perceiver(shell),
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

using Sensorium.Library;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary><c>library scan</c>: brings the library to what the folders and servers hold.</summary>
internal sealed class LibraryScanCommand : ScanVerb
{
    private static readonly Example[] Samples =
    [
        new("sensorium library scan", new("Listens to what is new or changed; may be stopped at any time and goes on later.", "새롭거나 바뀐 곡을 분석합니다. 언제든 멈출 수 있고 다음에 이어서 합니다.")),
        new("sensorium library scan --cpu 25% --json", new("With a quarter of the machine; the result as JSON.", "컴퓨터의 4분의 1만 쓰고, 결과를 JSON으로 보여 줍니다.")),
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    /// <param name="perceiver">Opens what hears songs.</param>
    public LibraryScanCommand(Language language, Func<Shell, ISongPerceiver> perceiver)
        : base("scan", new("Listen to what is new or changed in the folders and music servers of the library.", "라이브러리의 폴더와 음악 서버에서 새롭거나 바뀐 곡을 분석합니다."), Samples, language, perceiver)
    {
    }

    /// <inheritdoc />
    protected override Task<int> ScanAsync(LibraryFlow flow, SqliteCatalogue catalogue, ISongPerceiver perceiver, ScanOptions options, Shell shell, CancellationToken cancellationToken) =>
        LibraryScanning.RunAsync(flow, catalogue, perceiver, options, shell, cancellationToken);
}

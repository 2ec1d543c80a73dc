using System.CommandLine;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary><c>library</c>: the user's own collection; without a command below it the same as <c>library status</c>.</summary>
internal sealed class LibraryCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium library add ~/Music", new("Takes a folder into the library and listens to its songs.", "폴더를 라이브러리에 넣고 노래를 분석합니다.")),
        new("sensorium library add https://music.example.org", new("Takes the songs of a Subsonic server.", "Subsonic 서버의 곡을 넣습니다.")),
        new("sensorium library scan --cpu 50%", new("Looks what has changed, with half of the machine.", "바뀐 것을 찾아 분석합니다. 컴퓨터의 절반만 씁니다.")),
        new("sensorium library", new("Shows what the library holds.", "라이브러리에 무엇이 있는지 보여 줍니다.")),
        new("sensorium library export songs.csv", new("Writes all songs with what was heard in them.", "모든 곡과 분석 결과를 파일로 씁니다.")),
        new("sensorium library map --out map.html", new("Draws the collection on the plane of feeling.", "모든 곡을 감정 평면에 그립니다.")),
        new("sensorium library tag", new("Shows which mood, tempo and key could be written into the files.", "파일에 쓸 수 있는 분위기와 템포, 조를 보여 줍니다.")),
    ];

    private readonly LibraryStatusCommand _status;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    /// <param name="perceiver">Opens what hears songs; null for the build's own. Default null.</param>
    public LibraryCommand(Language language, Func<Shell, ISongPerceiver>? perceiver = null)
        : base(
            "library",
            new("Keep a library of your own songs: what they feel like, measured on this machine.", "내 노래의 라이브러리를 만듭니다. 각 곡의 느낌을 이 컴퓨터에서 분석합니다."),
            Samples,
            language)
    {
        Func<Shell, ISongPerceiver> open = perceiver ?? (shell => LibraryPerceiver.Open(ModelPlaces.Open(shell)));
        _status = new LibraryStatusCommand(language);
        Add(new LibraryAddCommand(language, open));
        Add(new LibraryScanCommand(language, open));
        Add(new LibraryWatchCommand(language, open));
        Add(_status);
        Add(new LibraryForgetCommand(language));
        Add(new LibraryExportCommand(language));
        Add(new LibraryMapCommand(language));
        Add(new LibraryTagCommand(language));
        Add(new LibraryCheckCommand(language));
        Add(new LibraryBackupCommand(language));
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken) =>
        _status.RunAsync(parsed, errors, shell, cancellationToken);
}

using System.CommandLine;
using Sensorium.Library;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary><c>library add</c>: takes folders and music servers into the library and scans them.</summary>
internal sealed class LibraryAddCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium library add ~/Music", new("Takes a folder with all folders inside it.", "폴더를 그 안의 폴더까지 모두 넣습니다.")),
        new("sensorium library add https://music.example.org", new("Takes the songs of a Subsonic server; user and password are in the environment.", "Subsonic 서버의 곡을 넣습니다. 사용자와 비밀번호는 환경 변수에 둡니다.")),
        new("sensorium library add /mnt/music --no-scan", new("Only notes the folder; library scan listens later.", "폴더만 적어 둡니다. 분석은 나중에 library scan으로 합니다.")),
    ];

    private readonly Func<Shell, ISongPerceiver> _perceiver;
    private readonly Argument<string[]> _folders;
    private readonly Option<string?> _subsonic;
    private readonly Option<bool> _later;
    private readonly ScanArguments _scan;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    /// <param name="perceiver">Opens what hears songs.</param>
    public LibraryAddCommand(Language language, Func<Shell, ISongPerceiver> perceiver)
        : base("add", new("Take folders or a music server into the library and listen to what is new.", "폴더나 음악 서버를 라이브러리에 넣고 새 곡을 분석합니다."), Samples, language)
    {
        _perceiver = perceiver;
        _folders = new Argument<string[]>("DIR|URL") { Description = new LocalizedText("Folders with songs, or the address of a Subsonic server.", "노래가 든 폴더, 또는 Subsonic 서버의 주소.").In(language), Arity = ArgumentArity.ZeroOrMore };
        _subsonic = new Option<string?>("--subsonic")
        {
            HelpName = "URL",
            Description = new LocalizedText("The songs of a Subsonic server. Default: SENSORIUM_SUBSONIC_URL.", "Subsonic 서버의 곡. 기본값은 SENSORIUM_SUBSONIC_URL의 주소.").In(language),
            Arity = ArgumentArity.ZeroOrOne,
        };
        _later = new Option<bool>("--no-scan") { Description = new LocalizedText("Only note them.", "적어 두기만 합니다.").In(language), Arity = ArgumentArity.Zero };
        Add(_folders);
        Add(_subsonic);
        Add(_later);
        _scan = new ScanArguments(this, language);
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        List<LocalizedText> all = [.. errors];
        ScanOptions options = _scan.Read(parsed, all);
        string[] folders = parsed.GetValue(_folders) ?? [];
        bool isSubsonic = parsed.GetResult(_subsonic) is { Implicit: false };
        if (folders.Length == 0 && !isSubsonic)
        {
            all.Add(new("library add takes a folder or the address of a music server: sensorium library add ~/Music", "library add에는 폴더나 음악 서버의 주소가 필요합니다: sensorium library add ~/Music"));
        }

        InvalidCommandLineException.ThrowIfAny(all);
        var flow = new LibraryFlow(new SensoriumHome(shell.Terminal.Variable), variable: shell.Terminal.Variable);
        using SqliteCatalogue catalogue = flow.Open();
        foreach (string folder in folders)
        {
            if (ServerPlace.IsOnServer(folder))
            {
                Say(await flow.AddServerAsync(catalogue, folder, cancellationToken).ConfigureAwait(false), shell);
            }
            else
            {
                Say(flow.Add(catalogue, folder), shell);
            }
        }

        if (isSubsonic)
        {
            Say(await flow.AddServerAsync(catalogue, parsed.GetValue(_subsonic), cancellationToken).ConfigureAwait(false), shell);
        }

        if (!parsed.GetValue(_later))
        {
            return await LibraryScanning.RunAsync(flow, catalogue, _perceiver(shell), options, shell, cancellationToken).ConfigureAwait(false);
        }

        if (shell.IsJson)
        {
            LibraryWords.WriteStatus(catalogue, shell);
        }

        return ExitCode.Done;
    }

    private static void Say(string root, Shell shell)
    {
        if (shell.IsTalking)
        {
            shell.WriteLine(new LocalizedText($"In the library: {root}", $"라이브러리에 있음: {root}"));
        }
    }
}

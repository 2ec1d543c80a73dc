using System.CommandLine;
using Sensorium.Library;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary><c>library add</c>: takes folders into the library and scans them.</summary>
internal sealed class LibraryAddCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium library add ~/Music", new("Takes a folder with all folders inside it.", "폴더를 그 안의 폴더까지 모두 넣습니다.")),
        new("sensorium library add /mnt/music --no-scan", new("Only notes the folder; library scan listens later.", "폴더만 적어 둡니다. 분석은 나중에 library scan으로 합니다.")),
    ];

    private readonly Func<Shell, ISongPerceiver> _perceiver;
    private readonly Argument<string[]> _folders;
    private readonly Option<bool> _later;
    private readonly ScanArguments _scan;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    /// <param name="perceiver">Opens what hears songs.</param>
    public LibraryAddCommand(Language language, Func<Shell, ISongPerceiver> perceiver)
        : base("add", new("Take folders into the library and listen to what is new.", "폴더를 라이브러리에 넣고 새 곡을 분석합니다."), Samples, language)
    {
        _perceiver = perceiver;
        _folders = new Argument<string[]>("DIR") { Description = new LocalizedText("Folders with songs.", "노래가 든 폴더.").In(language), Arity = ArgumentArity.ZeroOrMore };
        _later = new Option<bool>("--no-scan") { Description = new LocalizedText("Only note the folders.", "폴더만 적어 둡니다.").In(language), Arity = ArgumentArity.Zero };
        Add(_folders);
        Add(_later);
        _scan = new ScanArguments(this, language);
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        List<LocalizedText> all = [.. errors];
        ScanOptions options = _scan.Read(parsed, all);
        string[] folders = parsed.GetValue(_folders) ?? [];
        if (folders.Length == 0)
        {
            all.Add(new("library add takes a folder: sensorium library add ~/Music", "library add에는 폴더가 필요합니다: sensorium library add ~/Music"));
        }

        InvalidCommandLineException.ThrowIfAny(all);
        var flow = new LibraryFlow(new SensoriumHome(shell.Terminal.Variable));
        using SqliteCatalogue catalogue = flow.Open();
        foreach (string folder in folders)
        {
            string root = flow.Add(catalogue, folder);
            if (shell.IsTalking)
            {
                shell.WriteLine(new LocalizedText($"In the library: {root}", $"라이브러리에 있는 폴더: {root}"));
            }
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
}

using System.CommandLine;
using Sensorium.Library;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>library tag</c>: mood, tempo and key into the files themselves, where a person asks for it, and out again.</summary>
internal sealed class LibraryTagCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium library tag", new("Shows for each file what would be written; writes nothing.", "파일마다 무엇을 쓸지 보여 주기만 하고 쓰지 않습니다.")),
        new("sensorium library tag ~/Music/album --write", new("Writes mood, tempo and key into the songs of a folder.", "폴더의 곡에 분위기와 템포, 조를 씁니다.")),
        new("sensorium library tag \"Some artist\" --write --replace", new("Also where another program wrote something else.", "다른 프로그램이 쓴 값이 있어도 바꿉니다.")),
        new("sensorium library tag --undo --write", new("Puts back what stood there before.", "예전 값을 되돌립니다.")),
    ];

    private readonly Argument<string[]> _what;
    private readonly Option<bool> _write;
    private readonly Option<bool> _undo;
    private readonly Option<bool> _replace;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public LibraryTagCommand(Language language)
        : base(
            "tag",
            new(
                "Write mood, tempo and key into the files of songs: only with --write; without it, show what would change.",
                "곡의 파일에 분위기와 템포, 조를 씁니다. --write를 줄 때만 쓰고, 없으면 무엇이 바뀔지만 보여 줍니다."),
            Samples,
            language)
    {
        _what = new Argument<string[]>("WHAT")
        {
            Description = new LocalizedText("Files or folders of the library, or parts of artists, titles and paths. Default: all songs.", "라이브러리의 파일이나 폴더, 또는 음악가, 제목, 경로의 일부. 기본값은 모든 곡.").In(language),
            Arity = ArgumentArity.ZeroOrMore,
        };
        _write = Flag("--write", new("Write into the files. What stood there is kept for --undo.", "파일에 씁니다. 있던 값은 --undo를 위해 적어 둡니다."), language);
        _undo = Flag("--undo", new("Put back what stood there before; with --write.", "있던 값을 되돌립니다. --write와 함께 씁니다."), language);
        _replace = Flag("--replace", new("Also write over what other programs wrote.", "다른 프로그램이 쓴 값도 바꿉니다."), language);
        Add(_what);
        Add(_write);
        Add(_undo);
        Add(_replace);
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        TagRequest request = new()
        {
            What = parsed.GetValue(_what) ?? [],
            Writes = parsed.GetValue(_write),
            Undoes = parsed.GetValue(_undo),
            Replaces = parsed.GetValue(_replace),
        };
        InvalidCommandLineException.ThrowIfAny(request is { Undoes: true, Replaces: true }
            ? [.. errors, new("--undo and --replace contradict each other; give one.", "--undo와 --replace는 함께 쓸 수 없습니다. 하나만 주십시오.")]
            : errors);
        using SqliteCatalogue catalogue = new LibraryFlow(new SensoriumHome(shell.Terminal.Variable)).Open();
        List<TagOutcome> outcomes = [];
        bool isStopped = false;
        try
        {
            new LibraryTags().Run(
                catalogue,
                request,
                outcome =>
                {
                    outcomes.Add(outcome);
                    TaggingWords.Write(outcome, request, shell);
                },
                cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            isStopped = true;
        }

        TaggingWords.WriteEnd(outcomes, request, shell);
        return Task.FromResult(isStopped ? ExitCode.Cancelled : outcomes.Any(outcome => outcome.State == TagState.Failed) ? ExitCode.Failed : ExitCode.Done);
    }

    private static Option<bool> Flag(string name, LocalizedText description, Language language) => new(name) { Description = description.In(language), Arity = ArgumentArity.Zero };
}

using System.CommandLine;
using Sensorium.Library;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>library status</c>: what the library holds.</summary>
internal sealed class LibraryStatusCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium library status", new("Shows folders, songs and files that cannot be used.", "폴더와 곡, 쓸 수 없는 파일을 보여 줍니다.")),
        new("sensorium library status --json", new("The same as JSON.", "같은 내용을 JSON으로 보여 줍니다.")),
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public LibraryStatusCommand(Language language)
        : base("status", new("Show what the library holds.", "라이브러리에 무엇이 있는지 보여 줍니다."), Samples, language)
    {
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        InvalidCommandLineException.ThrowIfAny(errors);
        using SqliteCatalogue catalogue = new LibraryFlow(new SensoriumHome(shell.Terminal.Variable)).Open();
        LibraryWords.WriteStatus(catalogue, shell);
        return Task.FromResult(ExitCode.Done);
    }
}

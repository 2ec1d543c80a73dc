using System.CommandLine;
using Sensorium.Library;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>library backup</c>: a copy of the catalogue.</summary>
internal sealed class LibraryBackupCommand : Verb
{
    private static readonly Example[] Samples = [new("sensorium library backup songs.db", new("Writes a copy, also while a scan is at work.", "분석 중에도 사본을 씁니다."))];

    private readonly Argument<string?> _file;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public LibraryBackupCommand(Language language)
        : base("backup", new("Write a copy of the catalogue.", "목록의 사본을 씁니다."), Samples, language)
    {
        _file = new Argument<string?>("FILE") { Description = new LocalizedText("The copy.", "사본 파일.").In(language), Arity = ArgumentArity.ZeroOrOne };
        Add(_file);
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        string? file = parsed.GetValue(_file);
        InvalidCommandLineException.ThrowIfAny(file is not null
            ? errors
            : [.. errors, new("library backup takes a file: sensorium library backup songs.db", "library backup에는 파일이 필요합니다: sensorium library backup songs.db")]);
        using SqliteCatalogue catalogue = new LibraryFlow(new SensoriumHome(shell.Terminal.Variable)).Open();
        catalogue.Backup(file!);
        if (shell.IsJson)
        {
            shell.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", LibraryWords.Schema);
                json.WriteString("file", Path.GetFullPath(file!));
                json.WriteEndObject();
            });
        }
        else if (shell.IsTalking)
        {
            shell.WriteLine(new LocalizedText($"Copied to {file}. To use it, put it at {catalogue.Path}.", $"{file} 파일로 복사했습니다. 쓰려면 {catalogue.Path} 자리에 두십시오."));
        }

        return Task.FromResult(ExitCode.Done);
    }
}

using System.CommandLine;
using System.Text;
using Sensorium.Library;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>library export</c>: all songs as a file.</summary>
internal sealed class LibraryExportCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium library export songs.csv", new("Writes all songs as a table.", "모든 곡을 표로 씁니다.")),
        new("sensorium library export songs.jsonl", new("Writes one line of JSON a song, with its vector.", "곡마다 JSON 한 줄로, 벡터와 함께 씁니다.")),
    ];

    private readonly Argument<string?> _file;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public LibraryExportCommand(Language language)
        : base("export", new("Write all songs to a file: .csv or .jsonl.", "모든 곡을 파일로 씁니다: .csv 또는 .jsonl."), Samples, language)
    {
        _file = new Argument<string?>("FILE") { Description = new LocalizedText("The file; its ending says the format.", "파일. 끝의 확장자가 형식을 정합니다.").In(language), Arity = ArgumentArity.ZeroOrOne };
        Add(_file);
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        string? file = parsed.GetValue(_file);
        string ending = Path.GetExtension(file ?? string.Empty).ToLowerInvariant();
        InvalidCommandLineException.ThrowIfAny(ending is ".csv" or ".jsonl"
            ? errors
            : [.. errors, new(
                $"library export takes a file that ends with .csv or .jsonl, but {(file is null ? "none" : $"\"{file}\"")} came.",
                $"library export에는 .csv나 .jsonl로 끝나는 파일을 씁니다. 받은 값: {(file is null ? "없음" : $"\"{file}\"")}.")]);
        using SqliteCatalogue catalogue = new LibraryFlow(new SensoriumHome(shell.Terminal.Variable)).Open();
        int count = Write(catalogue, file!, ending == ".csv", cancellationToken);
        if (shell.IsJson)
        {
            shell.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", LibraryWords.Schema);
                json.WriteString("file", Path.GetFullPath(file!));
                json.WriteNumber("songs", count);
                json.WriteEndObject();
            });
        }
        else if (shell.IsTalking)
        {
            shell.WriteLine(new LocalizedText($"{count:N0} songs in {file}.", $"{count:N0}곡을 {file} 파일에 썼습니다."));
        }

        return Task.FromResult(ExitCode.Done);
    }

    private static int Write(SqliteCatalogue catalogue, string file, bool csv, CancellationToken cancellationToken)
    {
        using OutputBatch batch = new();
        int count = 0;
        using (StreamWriter text = new(batch.Create(file), new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = csv ? "\r\n" : "\n" })
        {
            if (csv)
            {
                text.WriteLine(LibraryCsv.Head);
            }

            foreach (LibrarySong song in catalogue.LoadSongs())
            {
                cancellationToken.ThrowIfCancellationRequested();
                text.WriteLine(csv ? LibraryCsv.Line(song) : Shell.JsonLine(json => LibraryJson.WriteSong(json, song)));
                count++;
            }
        }

        batch.Commit();
        return count;
    }
}

using System.CommandLine;
using System.Text;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>history export</c>: all entries as a file.</summary>
internal sealed class HistoryExportCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium history export moods.csv", new("Writes all entries as a table.", "모든 기록을 표로 씁니다.")),
        new("sensorium history export moods.json", new("Writes them as JSON.", "JSON으로 씁니다.")),
    ];

    private readonly Argument<string?> _file;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public HistoryExportCommand(Language language)
        : base("export", new("Write all entries to a file: .csv or .json.", "모든 기록을 파일로 씁니다: .csv 또는 .json."), Samples, language)
    {
        _file = new Argument<string?>("FILE")
        {
            Description = new LocalizedText("The file; its ending says the format.", "파일. 끝의 확장자가 형식을 정합니다.").In(language),
            Arity = ArgumentArity.ZeroOrOne,
        };
        Add(_file);
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        string? file = parsed.GetValue(_file);
        string ending = Path.GetExtension(file ?? string.Empty).ToLowerInvariant();
        InvalidCommandLineException.ThrowIfAny(ending is ".csv" or ".json"
            ? errors
            : [.. errors, new(
                $"history export takes a file that ends with .csv or .json, but {(file is null ? "none" : $"\"{file}\"")} came.",
                $"history export에는 .csv나 .json으로 끝나는 파일을 씁니다. 받은 값: {(file is null ? "없음" : $"\"{file}\"")}.")]);
        MoodHistory history = new(new SensoriumHome(shell.Terminal.Variable));
        string text = ending == ".csv" ? history.ToCsv() : Shell.JsonLine(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("entries");
            history.WriteJson(json);
            json.WriteEndObject();
        }) + "\n";
        using OutputBatch batch = new();
        await batch.Create(file!).WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        batch.Commit();
        HistoryWords.WriteState(history, shell);
        return ExitCode.Done;
    }
}

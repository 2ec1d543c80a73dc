using System.CommandLine;
using System.Text;
using Sensorium.Library;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>library map</c>: the collection on the plane of feeling, as one HTML file.</summary>
internal sealed class LibraryMapCommand : Verb
{
    private static readonly Example[] Samples = [new("sensorium library map --out map.html", new("Draws every song where it feels; pointing at one plays it.", "모든 곡을 느낌의 자리에 그립니다. 가리키면 들립니다."))];

    private readonly Option<string?> _out;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public LibraryMapCommand(Language language)
        : base("map", new("Draw the collection on the plane of feeling, with a table beside it.", "모든 곡을 감정 평면에 그리고 표를 곁들입니다."), Samples, language)
    {
        _out = new Option<string?>("--out", "-o") { HelpName = "FILE.html", Description = new LocalizedText("The file. Default: map.html.", "파일. 기본값: map.html.").In(language) };
        Add(_out);
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        InvalidCommandLineException.ThrowIfAny(errors);
        string file = parsed.GetValue(_out) ?? "map.html";
        using SqliteCatalogue catalogue = new LibraryFlow(new SensoriumHome(shell.Terminal.Variable)).Open();
        LibrarySong[] songs = [.. catalogue.LoadSongs()];
        string page = LibraryMap.Write(songs, Path.GetDirectoryName(Path.GetFullPath(file))!, shell.Language);
        using OutputBatch batch = new();
        await batch.Create(file).WriteAsync(Encoding.UTF8.GetBytes(page), cancellationToken).ConfigureAwait(false);
        batch.Commit();
        if (shell.IsJson)
        {
            shell.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", LibraryWords.Schema);
                json.WriteString("file", Path.GetFullPath(file));
                json.WriteNumber("songs", songs.Length);
                json.WriteEndObject();
            });
        }
        else if (shell.IsTalking)
        {
            shell.WriteLine(new LocalizedText($"{songs.Length:N0} songs in {file}; open it in a browser.", $"{songs.Length:N0}곡을 {file} 파일에 그렸습니다. 브라우저로 여십시오."));
        }

        return ExitCode.Done;
    }
}

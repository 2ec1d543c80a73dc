using System.CommandLine;
using Sensorium.Inference;
using Sensorium.Lab.Songs;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>evaluate tags</c>: are songs called what a listener would call them?</summary>
internal sealed class TagsCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium evaluate tags music", new("Listens to the tracks in music/tracks.", "music/tracks의 곡을 듣습니다.")),
        new("sensorium evaluate tags music --expected mine.csv --out tags.html", new("Compares tracks of your own with your own table.", "직접 만든 표와 자기 곡을 견줍니다.")),
    ];

    private readonly Argument<string> _data;
    private readonly EvaluationArguments _common;
    private readonly Option<string?> _expected;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public TagsCommand(Language language)
        : base(
            "tags",
            new(
                "Measure how well songs are tagged: instruments and voices against what a listener would say of whole tracks.",
                "곡 전체를 들은 사람이 말할 악기와 목소리를 얼마나 잘 맞히는지 측정합니다."),
            Samples,
            language)
    {
        _data = new Argument<string>("DATA")
        {
            Description = new LocalizedText("A folder with tracks/ (docs/evaluate.md).", "tracks/가 있는 폴더(docs/evaluate.md).").In(language),
        };
        _common = new EvaluationArguments(language);
        _expected = _common.One("--expected", "FILE", new("What a listener would say, as docs/models/song-tags.expected.csv. Default: that table.", "들은 사람이 할 말을 적은 표. 형식과 기본값은 docs/models/song-tags.expected.csv."));
        Add(_data);
        foreach (Option option in (Option[])[_expected, _common.Out, _common.NoTiming])
        {
            Add(option);
        }
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        OptionValues values = new([.. errors]);
        TagEvaluationOptions options = new() { Expected = parsed.GetValue(_expected), Timing = !parsed.GetValue(_common.NoTiming) };
        IReadOnlyList<string> files = _common.Files(parsed, values);
        values.ThrowIfAny();
        ModelCatalogue catalogue = ModelCatalogue.Default(new SensoriumHome(shell.Terminal.Variable).Path);
        TagEvaluationResult result;
        using (ProgressLine line = new(shell, string.Empty))
        {
            result = await Task.Run(() => TagEvaluation.RunAsync(parsed.GetValue(_data)!, catalogue, options, new EvaluationLine(line), cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        await EvaluationOutput.WriteAsync(result.ToReport(_common.CommandOf(parsed)), result.ToJson(), files, shell, cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }
}

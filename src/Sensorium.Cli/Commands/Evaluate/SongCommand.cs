using System.CommandLine;
using Sensorium.Inference;
using Sensorium.Lab.Songs;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>evaluate song</c>: how well is the feeling of music told, beside the plain formula?</summary>
internal sealed class SongCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium evaluate song music", new("Listens to the real recordings of quadrants.csv.", "quadrants.csv의 실제 녹음을 듣습니다.")),
        new("sensorium evaluate song music --folds WORK --font TimGM6mb.sf2", new("Renders EMOPIA too and judges it with the models of training/song.py.", "EMOPIA도 연주해 training/song.py의 모델로 판정합니다.")),
    ];

    private readonly Argument<string> _data;
    private readonly EvaluationArguments _common;
    private readonly Option<string?> _folds;
    private readonly Option<string?> _font;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public SongCommand(Language language)
        : base(
            "song",
            new(
                "Measure how well the feeling of music is told in real recordings, and in piano music rendered with a SoundFont that training never heard.",
                "실제 녹음과, 학습에 쓰지 않은 사운드폰트로 연주한 피아노 음악에서 느낌을 얼마나 잘 읽는지 측정합니다."),
            Samples,
            language)
    {
        _data = new Argument<string>("DATA")
        {
            Description = new LocalizedText("A folder with quadrants.csv and its clips, and emopia/ (docs/evaluate.md).", "quadrants.csv와 그 파일, emopia/가 있는 폴더(docs/evaluate.md).").In(language),
        };
        _common = new EvaluationArguments(language);
        _folds = _common.One("--folds", "FOLDER", new("Fold models that 'training/song.py folds' wrote; with --font, EMOPIA is measured.", "'training/song.py folds'가 쓴 묶음별 모델. --font와 함께 주면 EMOPIA를 측정합니다."));
        _font = _common.One("--font", "FILE", new("The SoundFont that EMOPIA is rendered with.", "EMOPIA를 연주할 사운드폰트."));
        Add(_data);
        foreach (Option option in (Option[])[_folds, _font, _common.Out, _common.NoTiming])
        {
            Add(option);
        }
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        OptionValues values = new([.. errors]);
        SongEvaluationOptions options = new() { Folds = parsed.GetValue(_folds), SoundFont = parsed.GetValue(_font), Timing = !parsed.GetValue(_common.NoTiming) };
        if (options.Folds is null != options.SoundFont is null)
        {
            values.Add(
                "EMOPIA is measured with both --folds and --font, but only one of them came. Give both, or none to measure recordings alone.",
                "EMOPIA를 측정하려면 --folds와 --font가 모두 있어야 하는데 하나만 있습니다. 둘 다 주거나, 녹음만 측정하려면 둘 다 빼십시오.");
        }

        IReadOnlyList<string> files = _common.Files(parsed, values);
        values.ThrowIfAny();
        ModelCatalogue catalogue = ModelCatalogue.Default(new SensoriumHome(shell.Terminal.Variable).Path);
        SongEvaluationResult result;
        using (ProgressLine line = new(shell, string.Empty))
        {
            result = await Task.Run(() => SongEvaluation.RunAsync(parsed.GetValue(_data)!, catalogue, options, new EvaluationLine(line), cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        await EvaluationOutput.WriteAsync(result.ToReport(_common.CommandOf(parsed)), result.ToJson(), files, shell, cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }
}

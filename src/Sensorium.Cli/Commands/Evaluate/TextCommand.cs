using System.CommandLine;
using Sensorium.Inference;
using Sensorium.Lab.Texts;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary><c>evaluate text</c>: how well does a model feel texts?</summary>
internal sealed class TextCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium evaluate text data/text", new("Measures on the dev splits that no training saw.", "학습에 쓰지 않은 dev 부분으로 측정합니다.")),
        new("sensorium evaluate text data/text --fold-models work --out report.html", new("Measures Korean by fold and writes a page with charts.", "한국어를 묶음별로 측정하고 도표가 든 페이지를 씁니다.")),
    ];

    private readonly Argument<string> _data;
    private readonly EvaluationArguments _common;
    private readonly Option<string?> _model;
    private readonly Option<string?> _folds;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public TextCommand(Language language)
        : base(
            "text",
            new(
                "Measure how well texts are felt: place on the plane, emotions in English and Korean, calibration, speed.",
                "글의 느낌을 얼마나 잘 추정하는지 측정합니다. 평면 위의 위치, 영어와 한국어의 감정, 확률 보정, 속도를 잽니다."),
            Samples,
            language)
    {
        _data = new Argument<string>("DATA")
        {
            Description = new LocalizedText(
                "A folder with emobank.csv, goemotions/dev.tsv and kote-val.tsv, or some of them (docs/evaluate.md).",
                "emobank.csv, goemotions/dev.tsv, kote-val.tsv 또는 그 일부가 든 폴더(docs/evaluate.md).").In(language),
        };
        _common = new EvaluationArguments(language);
        _model = _common.One("--model", "ID", new("A model of the task text-affect. Default: the usual one.", "text-affect 과제의 모델. 기본값은 평소 쓰는 모델입니다."));
        _folds = _common.One("--fold-models", "DIR", new(
            "Read each comment of KOTE with the model that was trained without it: fold-0.safetensors to fold-4.safetensors, as training/text.py --folds writes them.",
            "KOTE의 각 댓글을 그 댓글 없이 학습한 모델로 읽습니다: training/text.py --folds가 쓰는 fold-0.safetensors부터 fold-4.safetensors까지."));
        Add(_data);
        foreach (Option option in (Option[])[_model, _folds, _common.Out, _common.Seed, _common.NoTiming])
        {
            Add(option);
        }
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        OptionValues values = new([.. errors]);
        TextEvaluationOptions options = new() { Seed = _common.SeedOf(parsed, values), FoldModels = parsed.GetValue(_folds), Timing = !parsed.GetValue(_common.NoTiming) };
        IReadOnlyList<string> files = _common.Files(parsed, values);
        values.ThrowIfAny();
        ModelCatalogue catalogue = ModelCatalogue.Default(new SensoriumHome(shell.Terminal.Variable).Path);
        TextPerceiver model = TextPerceiver.Open(Folder(catalogue, parsed.GetValue(_model)));
        TextEvaluationResult result;
        using (ProgressLine line = new(shell, string.Empty))
        {
            result = await Task.Run(
                () => TextEvaluation.Run(parsed.GetValue(_data)!, model, options, progress: new EvaluationLine(line), cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        await EvaluationOutput.WriteAsync(result.ToReport(_common.CommandOf(parsed)), result.ToJson(), files, shell, cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static ModelFolder Folder(ModelCatalogue catalogue, string? id)
    {
        ModelFolder? folder = id is null ? catalogue.FindForTask(TextPerceiver.Task) : catalogue.Find(id);
        return folder?.Manifest.Task == TextPerceiver.Task
            ? folder
            : throw new UnsupportedInputException(new LocalizedText(
                $"There is no model of the task {TextPerceiver.Task}{(id is null ? string.Empty : $" called {id}")}; 'sensorium models' lists what there is.",
                $"{(id is null ? string.Empty : $"{id}: ")}{TextPerceiver.Task} 과제의 모델이 없습니다. 있는 모델은 'sensorium models'로 볼 수 있습니다."));
    }
}

using System.CommandLine;
using Sensorium.Lab.Datasets;
using Sensorium.Lab.Faces;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary><c>evaluate face</c>: how well do models read expressions?</summary>
internal sealed class FaceCommand : Verb
{
    private const string Layouts = "sheets, folders, table";

    private static readonly Example[] Samples =
    [
        new("sensorium evaluate face ferplus", new("Measures on the tiles of FER+ that no training saw.", "학습에 쓰지 않은 FER+ 타일로 측정합니다.")),
        new("sensorium evaluate face faces.csv --split test --out report.html", new("Measures on a table of pictures and writes a page with charts.", "그림 목록으로 측정하고 도표가 든 페이지를 씁니다.")),
        new("sensorium evaluate face faces/ --models face-expression,mine --json", new("Compares two models on a folder for each emotion.", "감정별 폴더로 두 모델을 비교합니다.")),
    ];

    private readonly Argument<string> _data;
    private readonly EvaluationArguments _common;
    private readonly Option<string?> _layout;
    private readonly Option<string?> _split;
    private readonly Option<string[]> _models;
    private readonly Option<string[]> _crops;
    private readonly Option<string?> _detector;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public FaceCommand(Language language)
        : base(
            "face",
            new(
                "Measure how well models read expressions: accuracy, recall, loss, calibration, by size and crop, and the time a face takes.",
                "모델이 표정을 얼마나 잘 읽는지 측정합니다. 정확도, 재현율, 손실, 확률 보정, 크기별·자르는 방식별 결과, 얼굴 하나에 걸리는 시간을 잽니다."),
            Samples,
            language)
    {
        _data = new Argument<string>("DATA")
        {
            Description = new LocalizedText(
                "Labelled faces: a folder of FER+ sheets, a folder for each emotion, or a CSV of paths and labels (docs/evaluate.md).",
                "라벨이 붙은 얼굴: FER+ 시트 폴더, 감정별 폴더, 경로와 라벨의 CSV(docs/evaluate.md).").In(language),
        };
        _common = new EvaluationArguments(language);
        _layout = _common.One("--layout", "NAME", new($"How DATA is laid out: {Layouts}. Default: recognised.", $"DATA의 구성: {Layouts}. 기본값은 스스로 알아봅니다."));
        _split = _common.One("--split", "NAME", new("Which part of DATA. Default: valid where there is one, else the only one.", "DATA의 어느 부분인지. 기본값은 valid이며, 없으면 하나뿐인 부분입니다."));
        _models = _common.Many("--models", "ID,ID…", new("Models of the task face-expression. Default: the usual one.", "face-expression 과제의 모델. 기본값은 평소 쓰는 모델입니다."));
        _crops = _common.Many("--crop", "LIST", new(
            "What the models are shown: tile (as it is), margin, aligned, background-removed; the first one is stated. Default: tiles as they are and photographs with margin, beside background-removed.",
            "모델에게 보여 줄 것: tile(그대로), margin, aligned, background-removed. 첫째 방식의 수치를 앞세웁니다. 기본값은 타일은 그대로, 사진은 여백 포함이며 background-removed와 견줍니다."));
        _detector = _common.One("--detector", "ID", new("The model that finds faces in photographs. Default: the usual one.", "사진에서 얼굴을 찾을 모델. 기본값은 평소 쓰는 모델입니다."));
        _layout.CompletionSources.Add(Layouts.Split(", "));
        _crops.CompletionSources.Add([.. Enum.GetValues<FaceCropChoice>().Select(FaceCrops.Id)]);
        Add(_data);
        foreach (Option option in (Option[])[_split, _models, _crops, _layout, _detector, _common.Out, _common.Seed, _common.NoTiming])
        {
            Add(option);
        }
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        OptionValues values = new([.. errors]);
        FaceLayout? layout = Layout(parsed.GetValue(_layout), values);
        FaceEvaluationOptions options = new()
        {
            Crops = Crops(EvaluationArguments.Split(parsed.GetValue(_crops)), values),
            Seed = _common.SeedOf(parsed, values),
            Timing = !parsed.GetValue(_common.NoTiming),
        };
        IReadOnlyList<string> files = _common.Files(parsed, values);
        values.ThrowIfAny();
        FaceDataset data = FaceDataset.Open(parsed.GetValue(_data)!, layout, parsed.GetValue(_split));
        FaceEvaluationResult result;
        using (OpenModels open = new(new SensoriumHome(shell.Terminal.Variable).Path))
        {
            IReadOnlyList<OnnxFaceExpressionModel> models = open.Expressions(EvaluationArguments.Split(parsed.GetValue(_models)));
            options = options with { Detector = data.IsCutOut ? null : open.Detector(parsed.GetValue(_detector)) };
            using ProgressLine line = new(shell, string.Empty);
            result = await Task.Run(
                () => FaceEvaluation.RunAsync(data, models, options, progress: new EvaluationLine(line), cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        await EvaluationOutput.WriteAsync(result.ToReport(_common.CommandOf(parsed)), result.ToJson(), files, shell, cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static FaceLayout? Layout(string? given, OptionValues values)
    {
        if (given is null)
        {
            return null;
        }

        if (Layouts.Split(", ").Contains(given.ToLowerInvariant()))
        {
            return Enum.Parse<FaceLayout>(given, ignoreCase: true);
        }

        values.Add($"--layout takes {Layouts}, but \"{given}\" came.", $"--layout에는 {Layouts} 가운데 하나를 쓸 수 있습니다. 받은 값은 \"{given}\"입니다.");
        return null;
    }

    private static List<FaceCropChoice> Crops(IReadOnlyList<string> given, OptionValues values)
    {
        string known = string.Join(", ", Enum.GetValues<FaceCropChoice>().Select(FaceCrops.Id));
        List<FaceCropChoice> crops = [];
        foreach (string id in given)
        {
            if (FaceCrops.Find(id) is { } crop)
            {
                crops.Add(crop);
            }
            else
            {
                values.Add($"--crop takes {known}, but \"{id}\" came.", $"--crop에는 {known} 가운데에서 쓸 수 있습니다. 받은 값은 \"{id}\"입니다.");
            }
        }

        return crops;
    }
}

using System.CommandLine;
using Sensorium.Inference;
using Sensorium.Lab.Datasets;
using Sensorium.Lab.Fusion;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary><c>evaluate fusion</c>: is a face with a voice told better than either alone, and is a spoilt one kept from doing harm?</summary>
internal sealed class FusionCommand : Verb
{
    private const int MostFacesEach = 50;

    private static readonly Example[] Samples =
    [
        new("sensorium evaluate fusion shared/data --folds folds", new("Pairs FER+ faces with RAVDESS voices, each heard by a model that never heard its speaker.", "FER+ 얼굴과 RAVDESS 목소리를 짝짓습니다. 목소리는 그 화자를 들은 적 없는 모델로 읽습니다.")),
        new("sensorium evaluate fusion shared/data --folds folds --out fusion.html", new("Writes a page with charts.", "도표가 든 페이지를 씁니다.")),
    ];

    private readonly Argument<string> _data;
    private readonly EvaluationArguments _common;
    private readonly Option<string?> _folds;
    private readonly Option<string?> _facesEach;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public FusionCommand(Language language)
        : base(
            "fusion",
            new(
                "Measure whether face and voice together are told better than either alone, with either of them spoilt too, and whether they are right as often as stated.",
                "얼굴과 목소리를 합치면 하나만 볼 때보다 나은지, 하나가 망가졌을 때도 괜찮은지, 밝힌 확률만큼 맞는지 측정합니다."),
            Samples,
            language)
    {
        _data = new Argument<string>("DATA")
        {
            Description = new LocalizedText(
                "A folder with faces/ferplus and voice/ravdess.csv (docs/evaluate.md).", "faces/ferplus와 voice/ravdess.csv가 든 폴더(docs/evaluate.md).").In(language),
        };
        _common = new EvaluationArguments(language);
        _folds = _common.One("--folds", "FOLDER", new(
            "A folder of voice models, one for each fold, whose model.json names the speakers held out. Default: the usual model, which has heard them all.",
            "묶음마다 하나씩 둔 목소리 모델의 폴더. model.json에 뺀 화자가 적혀 있어야 합니다. 기본값은 모두를 들은 평소 모델입니다."));
        _facesEach = _common.One("--faces-each", "N", new("With how many faces each recording is paired, 1 to 50. Default: 3.", "녹음마다 짝지을 얼굴 수, 1~50. 기본값은 3입니다."));
        Add(_data);
        foreach (Option option in (Option[])[_folds, _facesEach, _common.Out, _common.Seed])
        {
            Add(option);
        }
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        OptionValues values = new([.. errors]);
        FusionOptions options = new() { Seed = _common.SeedOf(parsed, values), FacesEach = FacesEach(parsed.GetValue(_facesEach), values) };
        IReadOnlyList<string> files = _common.Files(parsed, values);
        values.ThrowIfAny();
        string data = parsed.GetValue(_data)!;
        List<DatasetFault> faults = [];
        IReadOnlyList<FusionClip> clips = FusionClips.Read(Path.Combine(data, "voice", "ravdess.csv"), faults.Add);
        FaceDataset faces = FaceDataset.Open(Path.Combine(data, "faces", "ferplus"));
        string home = new SensoriumHome(shell.Terminal.Variable).Path;
        FusionResult result;
        using (OpenModels open = new(home))
        using (FusionFolds folds = FusionFolds.Open(ModelCatalogue.Default(home), parsed.GetValue(_folds), clips))
        using (ProgressLine line = new(shell, string.Empty))
        {
            OnnxFaceExpressionModel expressions = open.Expressions([])[0];
            result = await Task.Run(
                () => FusionEvaluation.RunAsync(faces, new FacePerceiver(new NoFaceDetector(), expressions), expressions.Model, clips, folds.Folds, options, new EvaluationLine(line), cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        result = result with { Faults = [.. faults, .. result.Faults] };
        await EvaluationOutput.WriteAsync(result.ToReport(_common.CommandOf(parsed)), result.ToJson(), files, shell, cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static int FacesEach(string? given, OptionValues values)
    {
        if (given is null)
        {
            return new FusionOptions().FacesEach;
        }

        if (int.TryParse(given, out int faces) && faces is >= 1 and <= MostFacesEach)
        {
            return faces;
        }

        values.Add(
            $"--faces-each takes a whole number from 1 to {MostFacesEach}, but \"{given}\" came.",
            $"--faces-each에는 1에서 {MostFacesEach}까지의 정수를 쓸 수 있습니다. 받은 값은 \"{given}\"입니다.");
        return 1;
    }

    // Tiles are faces already.
    private sealed class NoFaceDetector : IFaceDetector
    {
        public string Model => "none";

        public IReadOnlyList<DetectedFace> Detect(Picture picture, CancellationToken cancellationToken = default) => [];
    }
}

using System.CommandLine;
using Sensorium.Lab.Detection;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>evaluate detect</c>: how well do models find faces?</summary>
internal sealed class DetectCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium evaluate detect data", new("Measures on all data that it finds there.", "그곳에서 찾은 모든 데이터로 측정합니다.")),
        new("sensorium evaluate detect data --yunet yunet.onnx --ultraface ultraface.onnx --out report.html", new("Measures two published detectors beside ours and writes a page with charts.", "공개된 검출기 둘을 함께 측정하고 도표가 든 페이지를 씁니다.")),
        new("sensorium evaluate detect --dlib photos/dlib", new("Measures on photographs with dlib's XML boxes.", "dlib의 XML 상자가 있는 사진으로 측정합니다.")),
    ];

    private readonly Argument<string?> _data;
    private readonly EvaluationArguments _common;
    private readonly Option<string?> _dlib;
    private readonly Option<string?> _oasis;
    private readonly Option<string?> _photos;
    private readonly Option<string?> _ferPlus;
    private readonly Option<string[]> _models;
    private readonly Option<string?> _yuNet;
    private readonly Option<string?> _ultraFace;
    private readonly Option<string?> _composites;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public DetectCommand(Language language)
        : base(
            "detect",
            new(
                "Measure how well models find faces: recall and precision, by size, and the time a photograph takes.",
                "모델이 얼굴을 얼마나 잘 찾는지 측정합니다. 재현율과 정밀도, 크기별 결과, 사진 한 장에 걸리는 시간을 잽니다."),
            Samples,
            language)
    {
        _data = new Argument<string?>("DATA")
        {
            Description = new LocalizedText(
                "A folder that holds the data below somewhere; each is recognised by its layout (docs/evaluate.md).",
                "아래 데이터가 어딘가에 든 폴더. 각각 구성으로 알아봅니다(docs/evaluate.md).").In(language),
            Arity = ArgumentArity.ZeroOrOne,
        };
        _common = new EvaluationArguments(language);
        _dlib = _common.One("--dlib", "DIR", new("Photographs with dlib's XML boxes.", "dlib의 XML 상자가 있는 사진."));
        _oasis = _common.One("--oasis", "DIR", new("The photographs of OASIS with ratings.csv.", "ratings.csv가 있는 OASIS 사진."));
        _photos = _common.One("--photos", "DIR", new("Ordinary photographs.", "일상 사진."));
        _ferPlus = _common.One("--ferplus", "DIR", new("FER+ sheets, whose faces are put into scenes.", "장면에 합성할 얼굴이 든 FER+ 시트."));
        _models = _common.Many("--models", "ID,ID…", new("Models of the task face-detection. Default: all that are installed.", "face-detection 과제의 모델. 기본값은 설치된 모든 모델입니다."));
        _yuNet = _common.One("--yunet", "FILE", new("YuNet's ONNX file; it also judges photographs without boxes. Default: the installed model, or that of DATA.", "YuNet의 ONNX 파일. 상자가 없는 사진의 판정도 맡습니다. 기본값은 설치된 모델이나 DATA 안의 모델입니다."));
        _ultraFace = _common.One("--ultraface", "FILE", new("UltraFace's ONNX file. Default: the installed model, or that of DATA.", "UltraFace의 ONNX 파일. 기본값은 설치된 모델이나 DATA 안의 모델입니다."));
        _composites = _common.One("--composites", "N", new("How many scenes get faces put into them, 1 to 10000. Default: 500.", "얼굴을 합성할 장면의 수, 1~10000. 기본값은 500입니다."));
        Add(_data);
        foreach (Option option in (Option[])[_dlib, _oasis, _photos, _ferPlus, _models, _yuNet, _ultraFace, _composites, _common.Out, _common.Seed, _common.NoTiming])
        {
            Add(option);
        }
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        OptionValues values = new([.. errors]);
        DetectionOptions options = new()
        {
            Composites = Composites(parsed.GetValue(_composites), values),
            Seed = _common.SeedOf(parsed, values),
            Timing = !parsed.GetValue(_common.NoTiming),
        };
        DetectionSources given = new() { Dlib = parsed.GetValue(_dlib), Oasis = parsed.GetValue(_oasis), Photos = parsed.GetValue(_photos), FerPlus = parsed.GetValue(_ferPlus) };
        string? data = parsed.GetValue(_data);
        Check(parsed, data, given, values);
        IReadOnlyList<string> files = _common.Files(parsed, values);
        values.ThrowIfAny();
        DetectionSources sources = data is null ? given : Merge(DetectionSources.Find(data), given);
        DetectionResult result;
        using (OpenDetectors open = new(new SensoriumHome(shell.Terminal.Variable).Path, data))
        {
            DetectorChoice choice = open.Choose(EvaluationArguments.Split(parsed.GetValue(_models)), parsed.GetValue(_yuNet), parsed.GetValue(_ultraFace));
            options = options with { Judge = choice.Judge, HeldOutThemes = choice.HeldOutThemes };
            using ProgressLine line = new(shell, string.Empty);
            result = await Task.Run(
                () => DetectionEvaluation.RunAsync(sources, choice.Detectors, choice.Absent, options, progress: new EvaluationLine(line), cancellationToken: cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }

        await EvaluationOutput.WriteAsync(result.ToReport(_common.CommandOf(parsed)), result.ToJson(), files, shell, cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static DetectionSources Merge(DetectionSources found, DetectionSources given) => new()
    {
        Dlib = given.Dlib ?? found.Dlib,
        Oasis = given.Oasis ?? found.Oasis,
        Photos = given.Photos ?? found.Photos,
        FerPlus = given.FerPlus ?? found.FerPlus,
    };

    private void Check(ParseResult parsed, string? data, DetectionSources given, OptionValues values)
    {
        if (data is null && given.IsEmpty)
        {
            values.Add(
                "evaluate detect needs DATA, or at least one of --dlib, --oasis, --photos and --ferplus.",
                "evaluate detect에는 DATA가 필요합니다. 아니면 --dlib, --oasis, --photos, --ferplus 가운데 하나 이상을 주십시오.");
        }

        foreach (Option<string?> option in (Option<string?>[])[_dlib, _oasis, _photos, _ferPlus])
        {
            if (parsed.GetValue(option) is { } folder && !Directory.Exists(folder))
            {
                values.Add($"{option.Name} takes a folder, but there is none at \"{folder}\".", $"{option.Name}에는 폴더를 씁니다. \"{folder}\" 폴더가 없습니다.");
            }
        }

        foreach (Option<string?> option in (Option<string?>[])[_yuNet, _ultraFace])
        {
            if (parsed.GetValue(option) is { } file && !File.Exists(file))
            {
                values.Add($"{option.Name} takes an ONNX file, but there is none at \"{file}\".", $"{option.Name}에는 ONNX 파일을 씁니다. \"{file}\" 파일이 없습니다.");
            }
        }
    }

    private static int Composites(string? given, OptionValues values)
    {
        const int Most = 10_000;
        if (given is null)
        {
            return new DetectionOptions().Composites;
        }

        if (int.TryParse(given, out int count) && count is >= 1 and <= Most)
        {
            return count;
        }

        values.Add($"--composites takes a whole number from 1 to {Most}, but \"{given}\" came.", $"--composites에는 1에서 {Most}까지의 정수를 쓸 수 있습니다. 받은 값은 \"{given}\"입니다.");
        return 1;
    }
}

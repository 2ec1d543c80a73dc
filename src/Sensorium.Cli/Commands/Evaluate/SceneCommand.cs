using System.CommandLine;
using Sensorium.Inference;
using Sensorium.Lab.Scenes;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>evaluate scene</c>: how well is the feeling of photographs of unseen themes told?</summary>
internal sealed class SceneCommand : Verb
{
    private const int MostDivisions = 100;

    private static readonly Example[] Samples =
    [
        new("sensorium evaluate scene oasis", new("Fits and tests on the photographs of OASIS; it takes minutes.", "OASIS 사진으로 학습하고 시험합니다. 몇 분이 걸립니다.")),
        new("sensorium evaluate scene oasis --divisions 1", new("Measures on one division only.", "한 가지로만 나누어 측정합니다.")),
        new("sensorium evaluate scene oasis --out report.html", new("Writes a page with charts.", "도표가 든 페이지를 씁니다.")),
    ];

    private readonly Argument<string> _data;
    private readonly EvaluationArguments _common;
    private readonly Option<string?> _divisions;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public SceneCommand(Language language)
        : base(
            "scene",
            new(
                "Measure how well valence and arousal of scenes are told, beside simpler methods: correlation, error, and how true the stated spread is.",
                "장면의 정서가와 각성도를 얼마나 잘 추정하는지 더 단순한 방법들과 함께 측정합니다. 상관, 오차, 밝힌 불확실성이 맞는지를 잽니다."),
            Samples,
            language)
    {
        _data = new Argument<string>("DATA")
        {
            Description = new LocalizedText(
                "A folder of OASIS: ratings.csv and the photographs beside it (docs/evaluate.md).", "OASIS 폴더: ratings.csv와 그 옆의 사진들(docs/evaluate.md).").In(language),
        };
        _common = new EvaluationArguments(language);
        _divisions = _common.One("--divisions", "N", new(
            "How many divisions into five folds are averaged, 1 to 100. Default: 5.", "다섯 묶음으로 나누는 방법을 몇 가지나 평균할지, 1~100. 기본값은 5입니다."));
        Add(_data);
        foreach (Option option in (Option[])[_divisions, _common.Out, _common.Seed, _common.NoTiming])
        {
            Add(option);
        }
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        OptionValues values = new([.. errors]);
        SceneEvaluationOptions options = new() { Seed = _common.SeedOf(parsed, values), Divisions = Divisions(parsed.GetValue(_divisions), values) };
        IReadOnlyList<string> files = _common.Files(parsed, values);
        values.ThrowIfAny();
        ModelCatalogue catalogue = ModelCatalogue.Default(new SensoriumHome(shell.Terminal.Variable).Path);
        SceneEvaluationResult result;
        using (ProgressLine line = new(shell, string.Empty))
        {
            result = await Task.Run(
                () => SceneEvaluation.RunAsync(parsed.GetValue(_data)!, catalogue, options, new EvaluationLine(line), cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        await EvaluationOutput.WriteAsync(result.ToReport(_common.CommandOf(parsed)), result.ToJson(), files, shell, cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static int Divisions(string? given, OptionValues values)
    {
        if (given is null)
        {
            return new SceneEvaluationOptions().Divisions;
        }

        if (int.TryParse(given, out int divisions) && divisions is >= 1 and <= MostDivisions)
        {
            return divisions;
        }

        values.Add(
            $"--divisions takes a whole number from 1 to {MostDivisions}, but \"{given}\" came.",
            $"--divisions에는 1에서 {MostDivisions}까지의 정수를 쓸 수 있습니다. 받은 값은 \"{given}\"입니다.");
        return 1;
    }
}

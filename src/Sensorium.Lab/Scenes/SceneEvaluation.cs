using Sensorium.Inference;
using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;
using Sensorium.Lab.Heads;
using Sensorium.Lab.Listening;
using Sensorium.Perception;

namespace Sensorium.Lab.Scenes;

/// <summary>
/// Measures how well the feeling of photographs of unseen themes is told: five folds that share no theme, the heads fitted anew for each
/// fold by the code that fits the shipped model, everything that is chosen chosen within the other four.
/// </summary>
public static class SceneEvaluation
{
    private const int Folds = 5;
    private const double ReadingShare = .25;
    private const double Within80 = 1.2816;
    private const ulong CodebookSeed = 1;

    private static readonly (string Id, LocalizedText Title, bool IsReference)[] Methods =
    [
        ("constant", new("constant", "상수"), true),
        ("valdez-mehrabian", new("Valdez–Mehrabian formula", "발데즈–머레이비언 공식"), true),
        ("trees", new("boosted trees on colour and texture", "색·질감 특징 + 부스팅 트리"), true),
        ("scene-alone", new("scene model without faces", "장면 모델(얼굴 없이)"), false),
        ("scene", new("scene model", "장면 모델"), false),
    ];

    /// <summary>Measures.</summary>
    /// <param name="folder">The folder of OASIS.</param>
    /// <param name="catalogue">The models on this machine: what reads faces, and the shipped scene model.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Hears how far it has come; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="MalformedInputException">The folder cannot be used, or the shipped model is damaged.</exception>
    public static async Task<SceneEvaluationResult> RunAsync(
        string folder,
        ModelCatalogue catalogue,
        SceneEvaluationOptions? options = null,
        IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(catalogue);
        options ??= new SceneEvaluationOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Divisions, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Resamples, 1, nameof(options));
        FacePerceiver? faces = SceneModels.OpenFaces(catalogue, out LocalizedText? whyNot);
        List<DatasetFault> faults = [];
        ProgressPart reading = new(progress, new("measuring photographs", "사진을 재는 중"), 0, ReadingShare);
        IReadOnlyList<ScenePhotograph> photographs = await ScenePhotographs.ReadAsync(folder, faces, faults, reading, cancellationToken).ConfigureAwait(false);
        SceneSet set = new(photographs, ShapeCodebookTraining.Learn([.. photographs.Select(photograph => photograph.Sight.Shapes)], CodebookSeed, cancellationToken));
        ProgressPart fitting = new(progress, new("fitting and testing", "학습하고 시험하는 중"), ReadingShare, .95);
        (SceneRun[][] runs, List<(string Axis, SceneChoice Choice)> chosen) = CrossValidate(set, options, fitting, cancellationToken);
        Bootstrap bootstrap = new(options.Seed, options.Resamples);
        List<SceneMethodResult> results = [];
        for (int m = 0; m < Methods.Length; m++)
        {
            if (set.HasFaces || Methods[m].Id != "scene")
            {
                results.Add(ResultOf(Methods[m], [.. runs.Select(run => run[m])], set, bootstrap, cancellationToken));
            }
        }

        SceneModel? shipped = catalogue.FindForTask(SceneModel.Task) is { } model ? SceneModel.Open(model) : null;
        progress?.Report(new EvaluationProgress(new("done", "끝"), 1));
        SceneRun best = runs[0][set.HasFaces ? Methods.Length - 1 : Methods.Length - 2];
        return new SceneEvaluationResult
        {
            Items = set.Count,
            Themes = set.Themes.Distinct().Count(),
            Options = options,
            Candidates = SceneTuning.Candidates,
            Methods = results,
            Shipped = shipped is null ? null : ResultOf(("shipped", new("shipped model, on what it has seen", "배포 모델(이미 본 사진)"), true), [Apply(shipped, photographs)], set, bootstrap, cancellationToken),
            ShippedModel = shipped?.Model,
            Chosen = Count(chosen),
            Places = [.. photographs.Select((photograph, i) => new ScenePlace(photograph.Rated.Name, set.Valence[i], best.Mean[0][i], set.Arousal[i], best.Mean[1][i]))],
            WithoutFaces = whyNot,
            Faults = faults,
        };
    }

    private static (SceneRun[][] Runs, List<(string Axis, SceneChoice Choice)> Chosen) CrossValidate(
        SceneSet set, SceneEvaluationOptions options, IProgress<double> progress, CancellationToken cancellationToken)
    {
        int[][] folds = [.. Enumerable.Range(0, options.Divisions).Select(d => GroupedFolds.Assign(set.Themes, Folds, options.Seed + (ulong)d))];
        SceneRun[][] runs = [.. folds.Select(fold => Methods.Select(_ => new SceneRun(set.Count, fold)).ToArray())];
        SceneFit?[] fits = new SceneFit?[options.Divisions * Folds];
        StepProgress steps = new(progress, fits.Length);
        Parallel.For(0, fits.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, part =>
        {
            (int division, int fold) = (part / Folds, part % Folds);
            int[] train = [.. Enumerable.Range(0, set.Count).Where(i => folds[division][i] != fold)];
            int[] test = [.. Enumerable.Range(0, set.Count).Where(i => folds[division][i] == fold)];
            SceneRun[] run = runs[division];
            SceneBaselines.Constant(set, train, test, run[0]);
            SceneBaselines.Formula(set, train, test, run[1]);
            SceneBaselines.Trees(set, train, test, options.Seed + (ulong)part, run[2]);
            SceneKernels kernels = new(set, train);
            SceneFit alone = SceneTuning.Fit(set, kernels, withFaces: false, 1, options.Seed, cancellationToken);
            Test(kernels, alone.Heads, test, run[3]);
            fits[part] = alone;
            if (set.HasFaces)
            {
                fits[part] = SceneTuning.Fit(set, kernels, withFaces: true, 1, options.Seed, cancellationToken);
                Test(kernels, fits[part]!.Heads, test, run[4]);
            }

            steps.Step();
        });
        return (runs, [.. fits.SelectMany(fit => new[] { ("valence", fit!.Valence), ("arousal", fit.Arousal) })]);
    }

    private static void Test(SceneKernels kernels, SceneHeads heads, int[] test, SceneRun run)
    {
        foreach (int item in test)
        {
            double[][] likeness = kernels.LikenessTo(item, kernels.Items);
            run.Set(0, item, heads.Valence.Estimate(likeness));
            run.Set(1, item, heads.Arousal.Estimate(likeness));
        }
    }

    private static SceneRun Apply(SceneModel model, IReadOnlyList<ScenePhotograph> photographs)
    {
        SceneRun run = new(photographs.Count, new int[photographs.Count]);
        for (int i = 0; i < photographs.Count; i++)
        {
            Affect affect = model.AffectOf(photographs[i].Sight, photographs[i].Faces);
            run.Set(0, i, affect.Valence);
            run.Set(1, i, affect.Arousal);
        }

        return run;
    }

    private static SceneMethodResult ResultOf(
        (string Id, LocalizedText Title, bool IsReference) method, SceneRun[] runs, SceneSet set, Bootstrap bootstrap, CancellationToken cancellationToken) =>
        new(method.Id, method.Title, method.IsReference, AxisOf(0, set.Valence, runs, set, bootstrap, cancellationToken), AxisOf(1, set.Arousal, runs, set, bootstrap, cancellationToken));

    private static SceneAxisResult AxisOf(int axis, double[] truth, SceneRun[] runs, SceneSet set, Bootstrap bootstrap, CancellationToken cancellationToken)
    {
        double[] byDivision = [.. runs.Select(run => run.Fold.Distinct().Average(fold => Correlation(truth, run, axis, [.. Enumerable.Range(0, truth.Length).Where(i => run.Fold[i] == fold)])))];
        double mean = byDivision.Average();
        int[][] themes = [.. Enumerable.Range(0, truth.Length).GroupBy(i => set.Themes[i]).Select(group => group.ToArray())];
        ConfidenceInterval pooled = bootstrap.Intervals(themes, 1, (items, figures) =>
        {
            int[] drawn = items.ToArray();
            figures[0] = runs.Average(run => Correlation(truth, run, axis, drawn));
        }, cancellationToken)[0];
        return new SceneAxisResult
        {
            FoldCorrelation = mean,
            FoldCorrelationSd = runs.Length > 1 ? Math.Sqrt(byDivision.Sum(value => (value - mean) * (value - mean)) / (runs.Length - 1)) : double.NaN,
            Correlation = pooled,
            Error = runs.Average(run => Regression.RootMeanSquaredError(truth, run.Mean[axis])),
            Coverage = runs.Average(run => Coverage(truth, run, axis)),
        };
    }

    // A constant tells nothing: 0, not undefined.
    private static double Correlation(double[] truth, SceneRun run, int axis, int[] items)
    {
        double[] stated = [.. items.Select(item => run.Mean[axis][item])];
        return stated.Max() - stated.Min() < 1e-9 ? 0 : Regression.Pearson([.. items.Select(item => truth[item])], stated);
    }

    private static double Coverage(double[] truth, SceneRun run, int axis) => double.IsNaN(run.Sd[axis][0])
        ? double.NaN
        : Regression.Coverage(
            truth,
            [.. run.Mean[axis].Zip(run.Sd[axis], (mean, sd) => mean - (Within80 * sd))],
            [.. run.Mean[axis].Zip(run.Sd[axis], (mean, sd) => mean + (Within80 * sd))]);

    private static List<SceneChosen> Count(List<(string Axis, SceneChoice Choice)> chosen) =>
    [
        .. chosen.GroupBy(pair => (pair.Axis, Text: $"{pair.Choice.Mix.Name}, noise {pair.Choice.Noise}, themes share {pair.Choice.ThemeShare}"))
            .OrderBy(group => group.Key.Axis == "valence" ? 0 : 1).ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Text, StringComparer.Ordinal)
            .Select(group => new SceneChosen(group.Key.Axis, group.Key.Text, group.Count())),
    ];
}

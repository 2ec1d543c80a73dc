using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;
using Sensorium.Lab.Listening;
using Sensorium.Perception;

namespace Sensorium.Lab.Faces;

/// <summary>Measures how well models read the expression of labelled faces.</summary>
public static class FaceEvaluation
{
    /// <summary>Sides in pixels at which the faces are read.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [48, 32, 24];

    private const double ReadingShare = .2;
    private const double PerceivingShare = .8;

    /// <summary>Measures.</summary>
    /// <param name="data">The faces.</param>
    /// <param name="models">The models, at least one.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="clock">The clock of the times; null takes the system's.</param>
    /// <param name="progress">Hears how far it has come; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="MalformedInputException">Nothing of the data could be used.</exception>
    /// <exception cref="UnsupportedInputException">A crop does not fit the data.</exception>
    public static async Task<FaceEvaluationResult> RunAsync(
        FaceDataset data,
        IReadOnlyList<IFaceExpressionModel> models,
        FaceEvaluationOptions? options = null,
        TimeProvider? clock = null,
        IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentOutOfRangeException.ThrowIfLessThan(models.Count, 1, nameof(models));
        options ??= new FaceEvaluationOptions();
        LoadedFaces faces = await LoadedFaces.ReadAsync(
            data, options, new ProgressPart(progress, new("reading faces", "얼굴을 읽는 중"), 0, ReadingShare), cancellationToken).ConfigureAwait(false);
        Bootstrap bootstrap = new(options.Seed, options.Resamples);
        FaceChoice[] choices = Choices(data, faces, options);
        ProgressPart part = new(progress, new("reading expressions", "표정을 읽는 중"), ReadingShare, PerceivingShare);
        FaceCrew crew = new(options.Threads, new StepProgress(part, models.Count * (faces.Crops.Count + Sizes.Count - 1)), cancellationToken);
        FaceModelResult[] results = [.. models.Select(model => Measure(model, faces, choices, bootstrap, crew, cancellationToken))];
        ProgressPart timing = new(progress, new("timing", "시간을 재는 중"), PerceivingShare, 1);
        FaceTimer timer = new(clock ?? TimeProvider.System);
        for (int m = 0; m < models.Count && options.Timing; m++)
        {
            timing.Report((double)m / models.Count);
            results[m] = results[m] with { Times = timer.Measure(models[m], faces[faces.Crops[0]], cancellationToken) };
        }

        timing.Report(1);
        return new FaceEvaluationResult
        {
            Data = data.Name,
            Layout = data.Layout,
            Split = data.Split,
            Items = faces.Samples.Count,
            Faults = faces.Faults,
            WithoutFace = faces.WithoutFace,
            Detector = options.Detector?.Model,
            Seed = options.Seed,
            Resamples = options.Resamples,
            Protocols = [.. choices.Select(choice => choice.Protocol)],
            Crops = faces.Crops,
            LeastLoss = [.. choices.Select(choice => choice.LeastLoss())],
            Baseline = [.. choices.Select(choice => choice.Baseline().Score(bootstrap, cancellationToken))],
            Models = results,
        };
    }

    private static FaceModelResult Measure(
        IFaceExpressionModel model, LoadedFaces faces, FaceChoice[] choices, Bootstrap bootstrap, FaceCrew crew, CancellationToken cancellationToken)
    {
        double[][] byCrop = [.. faces.Crops.Select(crop => crew.Perceive(model, faces[crop]))];
        FaceScorer stated = choices[0].Scorer(byCrop[0]);
        FaceScores[] scores = [.. choices.Select(choice => choice.Scorer(byCrop[0]).Score(bootstrap, cancellationToken))];
        FaceScores[] crops = [scores[0], .. byCrop.Skip(1).Select(said => choices[0].Scorer(said).Score(bootstrap, cancellationToken))];
        List<FaceSizeResult> sizes = [];
        foreach (int side in Sizes)
        {
            FaceScores score = side == GreyTile.StandardSide
                ? scores[0]
                : choices[0].Scorer(crew.Perceive(model, [.. faces[faces.Crops[0]].Select(tile => TileResizing.LoseDetail(tile, side))])).Score(bootstrap, cancellationToken);
            sizes.Add(new FaceSizeResult(side, score.Accuracy, score.UnweightedAverageRecall));
        }

        return new FaceModelResult
        {
            Model = model.Model,
            Scores = scores,
            CropScores = crops,
            Sizes = sizes,
            Confusion = stated.Confusion(),
            Reliability = stated.Reliability(),
        };
    }

    private static FaceChoice[] Choices(FaceDataset data, LoadedFaces faces, FaceEvaluationOptions options)
    {
        bool hasVotes = faces.Samples[0].Votes is not null;
        IEnumerable<FaceProtocol> protocols = hasVotes
            ? FaceProtocols.OfVotes.OrderBy(protocol => protocol == options.Protocol ? 0 : 1)
            : [FaceProtocol.Labels];
        FaceChoice[] choices = [.. protocols.Select(protocol => new FaceChoice(faces.Samples, protocol))];
        return choices.FirstOrDefault(choice => choice.Count == 0) is { } empty
            ? throw new MalformedInputException(new LocalizedText(
                $"'{data.Name}' holds not one face that counts by the protocol {FaceProtocols.Id(empty.Protocol)}; give more data.",
                $"'{data.Name}'에는 {FaceProtocols.Id(empty.Protocol)} 방식으로 셀 수 있는 얼굴이 없습니다. 더 많은 데이터를 지정하십시오."))
            : choices;
    }
}

using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;
using Sensorium.Lab.Listening;

namespace Sensorium.Lab.Detection;

/// <summary>Measures how well detectors find faces.</summary>
public static class DetectionEvaluation
{
    /// <summary>Lower ends in pixels of the ranges of size that composites tell apart.</summary>
    public static IReadOnlyList<double> Sizes { get; } = [16, 24, 48, 96];

    /// <summary>The precision at which <see cref="DetectionScores.GoodRecall"/> is stated: that which the program aims at.</summary>
    public const double GoodPrecision = .85;

    private const double PreparingShare = .1;
    private const double DetectingShare = .9;

    /// <summary>Measures.</summary>
    /// <param name="sources">Where the data lie.</param>
    /// <param name="detectors">The detectors, at least one.</param>
    /// <param name="absent">Names of detectors that were asked for but are not here; the report says so.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="clock">The clock of the times; null takes the system's.</param>
    /// <param name="progress">Hears how far it has come; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="MalformedInputException">Nothing of the data could be used.</exception>
    public static async Task<DetectionResult> RunAsync(
        DetectionSources sources,
        IReadOnlyList<DetectorUnderTest> detectors,
        IReadOnlyList<string>? absent = null,
        DetectionOptions? options = null,
        TimeProvider? clock = null,
        IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(detectors);
        ArgumentOutOfRangeException.ThrowIfLessThan(detectors.Count, 1, nameof(detectors));
        options ??= new DetectionOptions();
        List<DatasetFault> faults = [];
        ProgressPart preparing = new(progress, new("preparing scenes", "장면을 준비하는 중"), 0, PreparingShare);
        IReadOnlyList<(DetectionSetKind Kind, IReadOnlyList<DetectionItem> Items)> sets =
            await new DetectionData(sources, options, faults).ListAsync(preparing, cancellationToken).ConfigureAwait(false);
        if (sets.Count == 0)
        {
            throw DatasetErrors.Nothing(string.Join(", ", ((string?[])[sources.Dlib, sources.Oasis, sources.Photos, sources.FerPlus]).Where(path => path is not null)), faults);
        }

        ProgressPart detecting = new(progress, new("finding faces", "얼굴을 찾는 중"), PreparingShare, DetectingShare);
        DetectionCrew crew = new(detectors, options, new StepProgress(detecting, sets.Sum(set => set.Items.Count)));
        List<DetectionSetResult> results = [];
        foreach ((DetectionSetKind kind, IReadOnlyList<DetectionItem> items) in sets)
        {
            if (await crew.MeasureAsync(kind, items, faults, cancellationToken).ConfigureAwait(false) is { } result)
            {
                results.Add(result);
            }
        }

        if (results.Count == 0)
        {
            throw DatasetErrors.Nothing("DATA", faults);
        }

        return new DetectionResult
        {
            Seed = options.Seed,
            Resamples = options.Resamples,
            Judge = options.Judge?.Model,
            SureConfidence = options.SureConfidence,
            DoubtfulConfidence = options.DoubtfulConfidence,
            Absent = absent ?? [],
            Faults = [.. faults.Distinct()],
            Sets = results,
            Times = await TimesAsync(detectors, sets[0].Items, options, clock ?? TimeProvider.System, progress, cancellationToken).ConfigureAwait(false),
        };
    }

    private static async Task<IReadOnlyList<DetectionTimes>> TimesAsync(
        IReadOnlyList<DetectorUnderTest> detectors, IReadOnlyList<DetectionItem> items, DetectionOptions options, TimeProvider clock, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        List<DetectionTimes> times = [];
        ProgressPart part = new(progress, new("timing", "시간을 재는 중"), DetectingShare, 1);
        Picture? picture = null;
        for (int i = 0; i < items.Count && picture is null && options.Timing; i++)
        {
            picture = (await items[i].ReadAsync(cancellationToken).ConfigureAwait(false)).Picture?.Picture;
        }

        if (picture is not null)
        {
            Picture photograph = PictureEnlargement.Enlarge(picture, Math.Max(DetectionTimer.Width, picture.Width), Math.Max(DetectionTimer.Height, picture.Height));
            DetectionTimer timer = new(clock);
            for (int i = 0; i < detectors.Count; i++)
            {
                part.Report((double)i / detectors.Count);
                times.Add(timer.Measure(detectors[i].Detector, photograph, cancellationToken));
            }
        }

        part.Report(1);
        return times;
    }
}

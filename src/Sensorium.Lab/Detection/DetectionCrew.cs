using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;
using Sensorium.Lab.Listening;
using Sensorium.Perception;

namespace Sensorium.Lab.Detection;

/// <summary>Shows the pictures of a set to all detectors on all cores. What comes out does not depend on how many there are.</summary>
/// <param name="detectors">The detectors.</param>
/// <param name="options">Judge, seed and threads.</param>
/// <param name="progress">Hears of each finished picture.</param>
internal sealed class DetectionCrew(IReadOnlyList<DetectorUnderTest> detectors, DetectionOptions options, StepProgress progress)
{
    private readonly Bootstrap _bootstrap = new(options.Seed, options.Resamples);

    /// <summary>Measures all detectors on one set.</summary>
    /// <param name="kind">The set.</param>
    /// <param name="items">Its pictures.</param>
    /// <param name="faults">Receives the pictures that cannot be read.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The figures; null where no picture could be read, or no detector is left beside the judge.</returns>
    public async Task<DetectionSetResult?> MeasureAsync(DetectionSetKind kind, IReadOnlyList<DetectionItem> items, List<DatasetFault> faults, CancellationToken cancellationToken)
    {
        bool isJudged = kind is DetectionSetKind.HeldOut or DetectionSetKind.People or DetectionSetKind.Photos;

        // Against its own boxes the judge could not be wrong.
        DetectorUnderTest[] tested = [.. detectors.Where(detector => !isJudged || detector.Detector.Model != options.Judge?.Model)];
        if (tested.Length == 0)
        {
            return null;
        }

        Seen?[] seen = new Seen?[items.Count];
        DatasetFault?[] unread = new DatasetFault?[items.Count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Threads ?? Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, items.Count, parallel, async (i, token) =>
        {
            (DetectionPicture? picture, unread[i]) = await items[i].ReadAsync(token).ConfigureAwait(false);
            seen[i] = picture is null ? null : Look(picture, tested, token);
            progress.Step();
        }).ConfigureAwait(false);

        faults.AddRange(unread.OfType<DatasetFault>());
        Seen[] all = [.. seen.OfType<Seen>()];
        return all.Length == 0 ? null : new DetectionSetResult
        {
            Kind = kind,
            Pictures = all.Length,
            Faces = all.Sum(one => one.Sizes.Length),
            Ignored = all.Sum(one => one.Ignored),
            IsJudged = isJudged,
            Detectors = [.. tested.Select((detector, d) => Tally(detector, d, all, kind, cancellationToken))],
        };
    }

    private DetectionScores Tally(DetectorUnderTest detector, int index, Seen[] all, DetectionSetKind kind, CancellationToken cancellationToken)
    {
        DetectionTally tally = new(detector.Threshold);
        foreach (Seen one in all)
        {
            tally.Add(one.Found[index].Found, one.Found[index].FoundAt, one.Sizes);
        }

        return tally.Score(detector.Detector.Model, _bootstrap, kind == DetectionSetKind.Composites ? DetectionEvaluation.Sizes : [], cancellationToken);
    }

    private Seen Look(DetectionPicture picture, DetectorUnderTest[] tested, CancellationToken cancellationToken)
    {
        (IReadOnlyList<FaceBox> faces, IReadOnlyList<FaceBox> ignored) = picture.Faces is { } known ? (known, picture.Ignored) : Judge(picture.Picture, cancellationToken);
        return new Seen(
            [.. faces.Select(BoxMatching.SizeOf)],
            ignored.Count,
            [.. tested.Select(detector => BoxMatching.Match(detector.Detector.Detect(picture.Picture, cancellationToken), faces, ignored))]);
    }

    private (IReadOnlyList<FaceBox> Faces, IReadOnlyList<FaceBox> Ignored) Judge(Picture picture, CancellationToken cancellationToken)
    {
        IReadOnlyList<DetectedFace> found = options.Judge!.Detect(picture, cancellationToken);
        return (
            [.. found.Where(face => face.Confidence >= options.SureConfidence).Select(face => face.Box)],
            [.. found.Where(face => face.Confidence >= options.DoubtfulConfidence && face.Confidence < options.SureConfidence).Select(face => face.Box)]);
    }

    /// <summary>What is kept of a picture: the sizes of its faces, how many boxes are ignored, and what each detector found.</summary>
    private sealed record Seen(double[] Sizes, int Ignored, (IReadOnlyList<JudgedBox> Found, double[] FoundAt)[] Found);
}

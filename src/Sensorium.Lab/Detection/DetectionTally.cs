using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Detection;

/// <summary>What one detector found in the pictures of one set.</summary>
/// <param name="threshold">The least confidence at which the detector is used.</param>
internal sealed class DetectionTally(double threshold)
{
    private const int Figures = 4;
    private const int CurveSteps = 100;

    // 17 of 20 is as good as .85, whatever the division says in its last bit.
    private const double Rounding = 1e-12;

    private readonly List<(int Picture, JudgedBox Box)> _found = [];
    private readonly List<(int Picture, double FoundAt, double Size)> _faces = [];
    private int _pictures;

    /// <summary>Adds the next picture.</summary>
    /// <param name="found">Its judged findings.</param>
    /// <param name="foundAt">The confidence at which each face was found; NaN for never.</param>
    /// <param name="sizes">The size of each face in pixels.</param>
    public void Add(IReadOnlyList<JudgedBox> found, IReadOnlyList<double> foundAt, IReadOnlyList<double> sizes)
    {
        _found.AddRange(found.Select(box => (_pictures, box)));
        _faces.AddRange(foundAt.Zip(sizes, (at, size) => (_pictures, at, size)));
        _pictures++;
    }

    /// <summary>The figures; whole pictures are drawn again, since the faces of one are not independent.</summary>
    /// <param name="model">Name and version of the detector.</param>
    /// <param name="bootstrap">Draws again.</param>
    /// <param name="sizes">Lower ends of the ranges of size to tell apart, rising; empty for none.</param>
    /// <param name="cancellationToken">Stops between resamples.</param>
    /// <returns>The figures.</returns>
    public DetectionScores Score(string model, Bootstrap bootstrap, IReadOnlyList<double> sizes, CancellationToken cancellationToken)
    {
        (int Picture, JudgedBox Box)[] sorted = [.. _found.OrderByDescending(pair => pair.Box.Confidence)];
        int[] facesIn = new int[_pictures];
        foreach ((int picture, _, _) in _faces)
        {
            facesIn[picture]++;
        }

        int[] times = new int[_pictures];
        IReadOnlyList<ConfidenceInterval> figures = bootstrap.Intervals(_pictures, Figures, (sample, values) =>
        {
            Array.Clear(times);
            int faces = 0;
            foreach (int picture in sample)
            {
                times[picture]++;
                faces += facesIn[picture];
            }

            Measure(sorted, times, faces, values);
        }, cancellationToken);
        IReadOnlyList<PrecisionRecallPoint> curve = PrecisionRecall.Curve([.. sorted.Select(pair => pair.Box.Confidence)], [.. sorted.Select(pair => pair.Box.IsRight)], _faces.Count);
        return new DetectionScores
        {
            Model = model,
            Threshold = threshold,
            Found = sorted.Count(pair => pair.Box.Confidence >= threshold),
            Recall = figures[0],
            Precision = figures[1],
            AveragePrecision = figures[2],
            GoodRecall = figures[3],
            Curve = Thin(curve),
            Sizes = [.. sizes.Select((from, i) => BySize(from, i + 1 < sizes.Count ? sizes[i + 1] : double.PositiveInfinity, i == 0))],
        };
    }

    private void Measure((int Picture, JudgedBox Box)[] sorted, int[] times, int faces, Span<double> values)
    {
        int right = 0, seen = 0, usedRight = 0, used = 0;
        int found = 0;
        double area = 0, best = 0;

        // The area under the envelope needs the best precision from here on, so the points are kept and walked back.
        double[] precision = new double[sorted.Length];
        int[] hits = new int[sorted.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            int weight = times[sorted[i].Picture];
            seen += weight;
            right += sorted[i].Box.IsRight ? weight : 0;
            bool isLast = i + 1 == sorted.Length || sorted[i + 1].Box.Confidence != sorted[i].Box.Confidence;
            (precision[i], hits[i]) = (isLast && seen > 0 ? (double)right / seen : 0, right);
            if (sorted[i].Box.Confidence >= threshold)
            {
                (usedRight, used) = (right, seen);
            }
        }

        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            best = Math.Max(best, precision[i]);
            found = Math.Max(found, precision[i] >= DetectionEvaluation.GoodPrecision - Rounding ? hits[i] : 0);
            area += best * (hits[i] - (i == 0 ? 0 : hits[i - 1]));
        }

        values[0] = (double)usedRight / faces;
        values[1] = (double)usedRight / used;
        values[2] = area / faces;
        values[3] = (double)found / faces;
    }

    private DetectionSizeScores BySize(double from, double to, bool isFirst)
    {
        bool Fits(double size) => size < to && (isFirst || size >= from);
        (int Picture, double FoundAt, double Size)[] faces = [.. _faces.Where(face => Fits(face.Size))];
        JudgedBox[] found = [.. _found.Select(pair => pair.Box).Where(box => box.Confidence >= threshold && Fits(box.Size))];
        return new DetectionSizeScores(
            from,
            to,
            faces.Length,
            (double)faces.Count(face => face.FoundAt >= threshold) / faces.Length,
            found.Length,
            (double)found.Count(box => box.IsRight) / found.Length);
    }

    /// <summary>Keeps the first point at or over each hundredth of recall, and the last.</summary>
    private static List<PrecisionRecallPoint> Thin(IReadOnlyList<PrecisionRecallPoint> curve)
    {
        List<PrecisionRecallPoint> kept = [];
        int step = -1;
        for (int i = 0; i < curve.Count; i++)
        {
            int at = (int)(curve[i].Recall * CurveSteps);
            if (at > step || i + 1 == curve.Count)
            {
                kept.Add(curve[i]);
                step = at;
            }
        }

        return kept;
    }
}

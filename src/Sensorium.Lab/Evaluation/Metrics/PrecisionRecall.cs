namespace Sensorium.Lab.Evaluation;

/// <summary>Precision against recall over all thresholds.</summary>
public static class PrecisionRecall
{
    /// <summary>One point for each distinct confidence, from the highest down.</summary>
    /// <param name="confidence">Confidence of each finding.</param>
    /// <param name="right">Whether each was right.</param>
    /// <param name="truths">How many true items there are, found or not.</param>
    /// <returns>The points; recall never falls. None without findings.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static IReadOnlyList<PrecisionRecallPoint> Curve(ReadOnlySpan<double> confidence, ReadOnlySpan<bool> right, int truths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(truths);
        if (confidence.Length != right.Length)
        {
            throw new ArgumentException($"{confidence.Length} confidences and {right.Length} answers came; both describe the same findings.", nameof(right));
        }

        double[] sorted = confidence.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        List<PrecisionRecallPoint> points = [];
        int hits = 0;
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            hits += right[order[i]] ? 1 : 0;
            if (i == 0 || sorted[i - 1] != sorted[i])
            {
                points.Add(new PrecisionRecallPoint(sorted[i], (double)hits / truths, (double)hits / (sorted.Length - i)));
            }
        }

        return points;
    }

    /// <summary>
    /// Average precision: the area under the curve whose precision at a recall is the best one at that recall or beyond
    /// (Everingham et al., "The PASCAL visual object classes challenge", IJCV 2010, all-point form).
    /// </summary>
    /// <param name="curve">Points of rising recall.</param>
    /// <returns>0..1.</returns>
    public static double AveragePrecision(IReadOnlyList<PrecisionRecallPoint> curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        double area = 0, best = 0;
        for (int i = curve.Count - 1; i >= 0; i--)
        {
            best = Math.Max(best, curve[i].Precision);
            area += best * (curve[i].Recall - (i == 0 ? 0 : curve[i - 1].Recall));
        }

        return area;
    }
}

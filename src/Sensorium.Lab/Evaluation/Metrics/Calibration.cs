namespace Sensorium.Lab.Evaluation;

/// <summary>
/// Whether a model is right as often as it says: the items are sorted into bins by their top probability, and in each bin the mean
/// probability is compared with the share that was right (Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using
/// Bayesian binning", AAAI 2015; Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", ICML 2017).
/// </summary>
public static class Calibration
{
    /// <summary>The usual number of bins.</summary>
    public const int DefaultBins = 15;

    /// <summary>Bins of equal width over 0..1, closed above: an item with probability p is in (from, to].</summary>
    /// <param name="confidence">Top probability of each item, 0..1.</param>
    /// <param name="right">Whether each was right.</param>
    /// <param name="bins">How many bins, at least 1.</param>
    /// <returns>The bins, empty ones too.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static IReadOnlyList<ReliabilityBin> EqualWidth(ReadOnlySpan<double> confidence, ReadOnlySpan<bool> right, int bins = DefaultBins)
    {
        Check(confidence, right, bins);
        int[] count = new int[bins];
        int[] hits = new int[bins];
        double[] sum = new double[bins];
        for (int i = 0; i < confidence.Length; i++)
        {
            int bin = BinOf(confidence[i], bins);
            count[bin]++;
            hits[bin] += right[i] ? 1 : 0;
            sum[bin] += confidence[i];
        }

        return [.. Enumerable.Range(0, bins).Select(bin => new ReliabilityBin(
            (double)bin / bins, (double)(bin + 1) / bins, count[bin], sum[bin] / count[bin], (double)hits[bin] / count[bin]))];
    }

    /// <summary>
    /// Bins of equal count (Nguyen and O'Connor, "Posterior calibration and exploratory analysis for natural language processing models",
    /// EMNLP 2015): where most probabilities are near 1, they look closer than bins of equal width do. Equal probabilities may be parted.
    /// </summary>
    /// <param name="confidence">Top probability of each item, 0..1.</param>
    /// <param name="right">Whether each was right.</param>
    /// <param name="bins">How many bins, at least 1; fewer come back where there are fewer items.</param>
    /// <returns>The bins, from the lowest probability on; none without items.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static IReadOnlyList<ReliabilityBin> EqualCount(ReadOnlySpan<double> confidence, ReadOnlySpan<bool> right, int bins = DefaultBins)
    {
        Check(confidence, right, bins);
        int count = confidence.Length;
        double[] sorted = confidence.ToArray();
        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(sorted, order);
        List<ReliabilityBin> result = [];
        for (int bin = 0; bin < bins; bin++)
        {
            int first = (int)((long)bin * count / bins);
            int end = (int)((long)(bin + 1) * count / bins);
            if (end > first)
            {
                int hits = 0;
                double sum = 0;
                for (int i = first; i < end; i++)
                {
                    hits += right[order[i]] ? 1 : 0;
                    sum += sorted[i];
                }

                result.Add(new ReliabilityBin(sorted[first], sorted[end - 1], end - first, sum / (end - first), (double)hits / (end - first)));
            }
        }

        return result;
    }

    /// <summary>Expected calibration error: the mean distance of probability and accuracy over the bins, weighted by their counts.</summary>
    /// <param name="bins">The bins.</param>
    /// <returns>0 (right as often as it says) to 1; NaN without items.</returns>
    public static double ExpectedError(IReadOnlyList<ReliabilityBin> bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        double sum = 0;
        int count = 0;
        foreach (ReliabilityBin bin in bins.Where(bin => bin.Count > 0))
        {
            sum += bin.Count * Math.Abs(bin.Accuracy - bin.Confidence);
            count += bin.Count;
        }

        return sum / count;
    }

    /// <summary>The bin of equal width that a probability belongs to.</summary>
    /// <param name="confidence">0..1.</param>
    /// <param name="bins">How many bins there are.</param>
    /// <returns>0 to <paramref name="bins"/> - 1.</returns>
    internal static int BinOf(double confidence, int bins) => Math.Clamp((int)Math.Ceiling(confidence * bins) - 1, 0, bins - 1);

    private static void Check(ReadOnlySpan<double> confidence, ReadOnlySpan<bool> right, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (confidence.Length != right.Length)
        {
            throw new ArgumentException($"{confidence.Length} probabilities and {right.Length} answers came; both describe the same items.", nameof(right));
        }
    }
}

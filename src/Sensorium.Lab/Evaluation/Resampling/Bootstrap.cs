namespace Sensorium.Lab.Evaluation;

/// <summary>
/// Percentile bootstrap (Efron and Tibshirani, "An introduction to the bootstrap", 1993, chapter 13): the items are drawn again with
/// replacement, the figures are computed anew each time, and the middle 95 % of them is the interval.
/// </summary>
public sealed class Bootstrap
{
    /// <summary>How many times the items are drawn again by default.</summary>
    public const int DefaultResamples = 1000;

    private const double Tail = .025;
    private const ulong Stream = 0xB007;

    private readonly ulong _seed;
    private readonly int _resamples;

    /// <summary>Creates a bootstrap.</summary>
    /// <param name="seed">The same seed gives the same intervals. Default 1.</param>
    /// <param name="resamples">How many times the items are drawn again, at least 1. Default 1000.</param>
    public Bootstrap(ulong seed = 1, int resamples = DefaultResamples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        _seed = seed;
        _resamples = resamples;
    }

    /// <summary>Intervals of several figures of items that are independent of each other.</summary>
    /// <param name="items">How many items there are, at least 1.</param>
    /// <param name="figures">How many figures are computed.</param>
    /// <param name="measure">Computes the figures (second) of the items whose indices it is given (first); an index may come many times.</param>
    /// <param name="cancellationToken">Stops between resamples.</param>
    /// <returns>
    /// One interval for each figure, its value from all items once. Resamples in which a figure is not a number, for lack of a class
    /// say, are left out of its interval.
    /// </returns>
    public IReadOnlyList<ConfidenceInterval> Intervals(
        int items, int figures, Action<ReadOnlySpan<int>, Span<double>> measure, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return Intervals([.. Enumerable.Range(0, items).Select(i => (int[])[i])], figures, measure, cancellationToken);
    }

    /// <summary>
    /// Intervals where items come in groups, photographs with several faces or pictures of one theme say: whole groups are drawn again,
    /// because items of one group are not independent.
    /// </summary>
    /// <param name="groups">Indices of the items of each group; at least one group.</param>
    /// <param name="figures">How many figures are computed.</param>
    /// <param name="measure">Computes the figures (second) of the items whose indices it is given (first); an index may come many times.</param>
    /// <param name="cancellationToken">Stops between resamples.</param>
    /// <returns>As for independent items.</returns>
    public IReadOnlyList<ConfidenceInterval> Intervals(
        IReadOnlyList<int[]> groups, int figures, Action<ReadOnlySpan<int>, Span<double>> measure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups.Count, 1, nameof(groups));
        ArgumentOutOfRangeException.ThrowIfLessThan(figures, 1);
        double[] values = new double[figures];
        measure(groups.SelectMany(group => group).ToArray(), values);

        double[][] drawn = [.. Enumerable.Range(0, figures).Select(_ => new double[_resamples])];
        double[] figure = new double[figures];
        List<int> sample = [];
        Pcg32 random = new(_seed, Stream);
        for (int r = 0; r < _resamples; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sample.Clear();
            for (int g = 0; g < groups.Count; g++)
            {
                sample.AddRange(groups[random.Next(groups.Count)]);
            }

            measure(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sample), figure);
            for (int f = 0; f < figures; f++)
            {
                drawn[f][r] = figure[f];
            }
        }

        return [.. drawn.Select((d, f) => new ConfidenceInterval(values[f], Quantile(d, Tail), Quantile(d, 1 - Tail)))];
    }

    /// <summary>Quantile of the numbers among values, between neighbours by their distance (type 7 of Hyndman and Fan 1996, as numpy's default).</summary>
    /// <param name="values">The values; not-a-numbers are passed over.</param>
    /// <param name="share">0 (least) to 1 (most).</param>
    /// <returns>The quantile; NaN where there are no numbers.</returns>
    internal static double Quantile(IReadOnlyList<double> values, double share)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}

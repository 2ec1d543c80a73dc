namespace Sensorium.Lab.Evaluation.Tests;

public sealed class BootstrapTests
{
    private static void Mean(double[] values, ReadOnlySpan<int> sample, Span<double> figure)
    {
        double sum = 0;
        foreach (int i in sample)
        {
            sum += values[i];
        }

        figure[0] = sum / sample.Length;
    }

    /// <summary>A share p of n independent items has the standard error sqrt(p (1 - p) / n), and 1.96 of them to either side.</summary>
    [Fact]
    public void Intervals_OfAShare_AreThoseOfTheNormalDistribution()
    {
        double[] right = [.. Enumerable.Range(0, 1000).Select(i => i % 5 == 0 ? 0.0 : 1)];
        ConfidenceInterval interval = new Bootstrap(7, 4000).Intervals(right.Length, 1, (sample, figure) => Mean(right, sample, figure), TestContext.Current.CancellationToken)[0];
        double reach = 1.96 * Math.Sqrt(.8 * .2 / 1000);

        Assert.Equal(.8, interval.Value, 1e-12);
        Assert.Equal(.8 - reach, interval.Lowest, .002);
        Assert.Equal(.8 + reach, interval.Highest, .002);
    }

    /// <summary>Ten items of one group say no more than one: the interval is sqrt(10) times as wide.</summary>
    [Fact]
    public void Intervals_OfGroups_AreWiderByTheRootOfTheirSize()
    {
        double[] values = [.. Enumerable.Range(0, 2000).Select(i => i / 10 % 2 == 0 ? 0.0 : 1)];
        int[][] groups = [.. Enumerable.Range(0, 200).Select(g => Enumerable.Range(10 * g, 10).ToArray())];
        ConfidenceInterval single = new Bootstrap(1, 2000).Intervals(values.Length, 1, (sample, figure) => Mean(values, sample, figure), TestContext.Current.CancellationToken)[0];
        ConfidenceInterval grouped = new Bootstrap(1, 2000).Intervals(groups, 1, (sample, figure) => Mean(values, sample, figure), TestContext.Current.CancellationToken)[0];

        Assert.Equal(Math.Sqrt(10), (grouped.Highest - grouped.Lowest) / (single.Highest - single.Lowest), .3);
    }

    [Fact]
    public void Intervals_SameSeed_AreTheSame()
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(i => Math.Sin(i))];
        ConfidenceInterval Run(ulong seed) => new Bootstrap(seed, 200).Intervals(values.Length, 1, (sample, figure) => Mean(values, sample, figure), TestContext.Current.CancellationToken)[0];

        Assert.Equal(Run(3), Run(3));
        Assert.NotEqual(Run(3), Run(4));
    }

    [Fact]
    public void Intervals_FigureThatSometimesIsNone_LeavesTheseOut()
    {
        ConfidenceInterval interval = new Bootstrap(1, 500).Intervals(2, 1, (sample, figure) => figure[0] = sample[0] == 0 ? double.NaN : 5, TestContext.Current.CancellationToken)[0];

        Assert.Equal((5.0, 5.0), (interval.Lowest, interval.Highest));
    }

    [Fact]
    public void Intervals_Cancelled_Stop() => Assert.Throws<OperationCanceledException>(
        () => new Bootstrap().Intervals(3, 1, (_, figure) => figure[0] = 0, new CancellationToken(true)));

    /// <summary>numpy.quantile([1, 2, 4, 8], .3) = 1.9.</summary>
    [Fact]
    public void Quantile_BetweenNeighbours_EqualsNumpy() => Assert.Equal(1.9, Bootstrap.Quantile([8, 1, double.NaN, 4, 2], .3), 1e-12);
}

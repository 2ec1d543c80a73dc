namespace Sensorium.Lab.Heads;

/// <summary>
/// Regression by boosted trees on squared error (Friedman, "Greedy function approximation: a gradient boosting machine", Annals of
/// Statistics 2001, with the random halves of "Stochastic gradient boosting", 2002), features in at most 16 steps of equal mass.
/// </summary>
internal sealed class BoostedTrees
{
    private const int Steps = 16;
    private readonly List<RegressionTree> _trees = [];
    private readonly float[][] _borders;
    private readonly double _mean;

    /// <summary>Learns.</summary>
    /// <param name="items">Feature vectors of one length.</param>
    /// <param name="targets">The target of each.</param>
    /// <param name="options">How.</param>
    public BoostedTrees(IReadOnlyList<float[]> items, IReadOnlyList<double> targets, BoostedTreesOptions options)
    {
        int features = items[0].Length;
        _borders = [.. Enumerable.Range(0, features).Select(f => Borders([.. items.Select(item => item[f]).Order()]))];
        byte[][] steps = [.. items.Select(StepsOf)];
        _mean = targets.Average();
        double[] rest = [.. targets.Select(target => target - _mean)];
        Pcg32 random = new(options.Seed, 0x7EE5);
        for (int t = 0; t < options.Trees; t++)
        {
            int[] drawn = Draw(random, items.Count, (int)Math.Ceiling(options.Items * items.Count));
            int[] seen = Draw(random, features, (int)Math.Ceiling(options.Features * features));
            RegressionTree tree = RegressionTree.Grow(steps, rest, drawn, seen, Steps, options.Depth, options.LeastInLeaf, options.Rate);
            for (int i = 0; i < rest.Length; i++)
            {
                rest[i] -= tree.At(steps[i]);
            }

            _trees.Add(tree);
        }
    }

    /// <summary>Answers for an item.</summary>
    /// <param name="item">Its features.</param>
    /// <returns>The estimate.</returns>
    public double At(float[] item)
    {
        byte[] steps = StepsOf(item);
        return _mean + _trees.Sum(tree => tree.At(steps));
    }

    private static float[] Borders(float[] sorted) =>
        [.. Enumerable.Range(1, Steps - 1).Select(s => sorted[s * sorted.Length / Steps]).Distinct()];

    private static int[] Draw(Pcg32 random, int count, int wanted)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = 0; i < wanted; i++)
        {
            int other = i + random.Next(count - i);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order[..wanted];
    }

    private byte[] StepsOf(float[] item)
    {
        byte[] steps = new byte[item.Length];
        for (int f = 0; f < steps.Length; f++)
        {
            foreach (float border in _borders[f])
            {
                steps[f] += item[f] >= border ? (byte)1 : (byte)0;
            }
        }

        return steps;
    }
}

namespace Sensorium.Lab.Heads;

/// <summary>A small tree of thresholds.</summary>
internal sealed class RegressionTree
{
    // Node i has the children 2i + 1 and 2i + 2; a feature of -1 marks a leaf.
    private readonly int[] _feature;
    private readonly byte[] _least;
    private readonly double[] _value;

    private RegressionTree(int nodes)
    {
        _feature = new int[nodes];
        Array.Fill(_feature, -1);
        _least = new byte[nodes];
        _value = new double[nodes];
    }

    /// <summary>Grows a tree that lessens the squared error.</summary>
    /// <param name="items">Features in steps.</param>
    /// <param name="targets">The target of each.</param>
    /// <param name="drawn">The items to learn from.</param>
    /// <param name="features">The features to look at.</param>
    /// <param name="steps">How many steps features have.</param>
    /// <param name="depth">Levels.</param>
    /// <param name="leastInLeaf">Fewest items on either side.</param>
    /// <param name="rate">Leaves answer this much of their mean.</param>
    /// <returns>The tree.</returns>
    public static RegressionTree Grow(byte[][] items, double[] targets, int[] drawn, int[] features, int steps, int depth, int leastInLeaf, double rate)
    {
        RegressionTree tree = new((1 << (depth + 1)) - 1);
        tree.Split(0, drawn, items, targets, features, steps, depth, leastInLeaf, rate);
        return tree;
    }

    /// <summary>The tree's answer.</summary>
    /// <param name="item">Features in steps.</param>
    /// <returns>The answer.</returns>
    public double At(byte[] item)
    {
        int node = 0;
        while (_feature[node] >= 0)
        {
            node = (2 * node) + (item[_feature[node]] >= _least[node] ? 2 : 1);
        }

        return _value[node];
    }

    private void Split(int node, int[] members, byte[][] items, double[] targets, int[] features, int steps, int depth, int leastInLeaf, double rate)
    {
        double total = members.Sum(member => targets[member]);
        _value[node] = rate * total / members.Length;
        if (depth == 0 || members.Length < 2 * leastInLeaf)
        {
            return;
        }

        (int best, int bestStep) = Best(members, items, targets, features, steps, total, leastInLeaf);
        if (best < 0)
        {
            return;
        }

        _feature[node] = best;
        _least[node] = (byte)bestStep;
        Split((2 * node) + 1, [.. members.Where(member => items[member][best] < bestStep)], items, targets, features, steps, depth - 1, leastInLeaf, rate);
        Split((2 * node) + 2, [.. members.Where(member => items[member][best] >= bestStep)], items, targets, features, steps, depth - 1, leastInLeaf, rate);
    }

    private static (int Feature, int Step) Best(int[] members, byte[][] items, double[] targets, int[] features, int steps, double total, int leastInLeaf)
    {
        Span<double> sums = stackalloc double[steps];
        Span<int> counts = stackalloc int[steps];
        double bestGain = (total * total / members.Length) + 1e-12;
        (int Feature, int Step) best = (-1, 0);
        foreach (int feature in features)
        {
            sums.Clear();
            counts.Clear();
            foreach (int member in members)
            {
                int step = items[member][feature];
                sums[step] += targets[member];
                counts[step]++;
            }

            double left = 0;
            int below = 0;
            for (int step = 1; step < steps; step++)
            {
                left += sums[step - 1];
                below += counts[step - 1];
                int above = members.Length - below;
                if (below < leastInLeaf || above < leastInLeaf)
                {
                    continue;
                }

                double gain = (left * left / below) + ((total - left) * (total - left) / above);
                if (gain > bestGain)
                {
                    bestGain = gain;
                    best = (feature, step);
                }
            }
        }

        return best;
    }
}

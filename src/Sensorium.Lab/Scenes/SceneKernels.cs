using Sensorium.Perception;

namespace Sensorium.Lab.Scenes;

/// <summary>How alike all photographs are in each block, by scales and widths that come from the photographs to learn from alone.</summary>
internal sealed class SceneKernels
{
    // Width of each block's kernel: likeness is exp(-width) at the median distance.
    private static readonly double[] Widths = [1, 1, .3, 1, .5];

    private readonly double[][] _likeness = new double[SceneVector.BlockCount][];
    private readonly double[] _norms = new double[SceneVector.BlockCount];

    /// <summary>Measures.</summary>
    /// <param name="set">The photographs.</param>
    /// <param name="items">Those to learn from.</param>
    public SceneKernels(SceneSet set, int[] items)
    {
        Count = set.Count;
        Items = items;
        Scales = new SceneScale[SceneVector.BlockCount];
        Rates = new double[SceneVector.BlockCount];
        for (int b = 0; b < SceneVector.BlockCount; b++)
        {
            SceneBlock block = (SceneBlock)b;
            Scales[b] = set.ScaleOf(block, items);
            double[] distances = set.DistancesOf(block, Scales[b]);
            Rates[b] = Widths[b] / Typical(distances);
            double rate = Rates[b];
            _likeness[b] = [.. distances.Select(distance => Math.Exp(-rate * distance))];
            _norms[b] = CentredTrace(_likeness[b]);
        }
    }

    /// <summary>How many photographs there are in all.</summary>
    public int Count { get; }

    /// <summary>The photographs to learn from.</summary>
    public int[] Items { get; }

    /// <summary>The scale of each block.</summary>
    public SceneScale[] Scales { get; }

    /// <summary>How fast the likeness of each block falls with the squared distance.</summary>
    public double[] Rates { get; }

    /// <summary>The weights by which the blocks' likenesses are added up so that each varies as a mix says.</summary>
    /// <param name="mix">The mix.</param>
    /// <returns>One weight a block.</returns>
    public double[] WeightsOf(SceneMix mix)
    {
        double total = mix.Shares.Sum();
        return [.. mix.Shares.Select((share, b) => share / total / _norms[b])];
    }

    /// <summary>One kernel of all blocks.</summary>
    /// <param name="weights">See <see cref="WeightsOf"/>.</param>
    /// <returns><c>[photographs x photographs]</c>.</returns>
    public double[] Mixed(double[] weights)
    {
        double[] kernel = new double[Count * Count];
        for (int b = 0; b < weights.Length; b++)
        {
            if (weights[b] > 0)
            {
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(_likeness[b], weights[b], kernel, kernel);
            }
        }

        return kernel;
    }

    /// <summary>How alike one photograph is to some others.</summary>
    /// <param name="item">The photograph.</param>
    /// <param name="others">The others.</param>
    /// <returns>As <see cref="SceneMemory.LikenessTo(SceneVector)"/>.</returns>
    public double[][] LikenessTo(int item, int[] others) =>
        [.. _likeness.Select(likeness => others.Select(other => likeness[(item * Count) + other]).ToArray())];

    private double Typical(double[] distances)
    {
        List<double> pairs = [];
        for (int i = 0; i < Items.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                pairs.Add(distances[(Items[i] * Count) + Items[j]]);
            }
        }

        pairs.Sort();
        double median = pairs[pairs.Count / 2];

        // Most photographs have no face and are equal in that block: then the mean tells.
        return median > 1e-9 ? median : Math.Max(pairs.Average(), 1e-9);
    }

    private double CentredTrace(double[] likeness)
    {
        double diagonal = 0, all = 0;
        foreach (int i in Items)
        {
            diagonal += likeness[(i * Count) + i];
            foreach (int j in Items)
            {
                all += likeness[(i * Count) + j];
            }
        }

        return Math.Max((diagonal / Items.Length) - (all / Items.Length / Items.Length), 1e-9);
    }
}

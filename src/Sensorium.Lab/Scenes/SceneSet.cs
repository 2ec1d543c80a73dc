using System.Numerics.Tensors;
using Sensorium.Perception;

namespace Sensorium.Lab.Scenes;

/// <summary>The photographs to learn from and to test on, as vectors, with their ratings.</summary>
internal sealed class SceneSet
{
    private readonly Dictionary<SceneBlock, double[]> _rawDistances = [];

    /// <summary>Creates the set.</summary>
    /// <param name="photographs">The photographs.</param>
    /// <param name="codebook">The codebook of the shapes.</param>
    public SceneSet(IReadOnlyList<ScenePhotograph> photographs, ShapeCodebook codebook)
    {
        Vectors = [.. photographs.Select(photograph => photograph.Sight.ToVector(codebook, photograph.Faces))];
        Features = [.. photographs.Select(photograph => photograph.Sight.Features)];
        Themes = [.. photographs.Select(photograph => photograph.Rated.Theme)];
        Valence = [.. photographs.Select(photograph => photograph.Rated.Valence)];
        Arousal = [.. photographs.Select(photograph => photograph.Rated.Arousal)];
        HasFaces = photographs.All(photograph => photograph.Faces is not null);
        foreach (SceneBlock block in Enum.GetValues<SceneBlock>().Where(block => !SceneScale.IsFor(block)))
        {
            _rawDistances[block] = Distances([.. Vectors.Select(vector => vector[block].ToArray())]);
        }
    }

    /// <summary>How many photographs.</summary>
    public int Count => Vectors.Count;

    /// <summary>The photographs as the model sees them.</summary>
    public IReadOnlyList<SceneVector> Vectors { get; }

    /// <summary>What can be said of them in words.</summary>
    public IReadOnlyList<SceneFeatures> Features { get; }

    /// <summary>Their themes.</summary>
    public IReadOnlyList<string> Themes { get; }

    /// <summary>Mean valence, -1..1.</summary>
    public double[] Valence { get; }

    /// <summary>Mean arousal, -1..1.</summary>
    public double[] Arousal { get; }

    /// <summary>Whether faces were looked for.</summary>
    public bool HasFaces { get; }

    /// <summary>The scale of a block as some photographs have it.</summary>
    /// <param name="block">The block.</param>
    /// <param name="items">The photographs.</param>
    /// <returns>The scale; empty where the block needs none.</returns>
    public SceneScale ScaleOf(SceneBlock block, int[] items)
    {
        if (!SceneScale.IsFor(block))
        {
            return default;
        }

        int length = SceneVector.LengthOf(block);
        float[] mean = new float[length], sd = new float[length];
        for (int d = 0; d < length; d++)
        {
            double average = items.Average(item => (double)Vectors[item][block][d]);
            mean[d] = (float)average;
            sd[d] = (float)Math.Sqrt(items.Average(item => (Vectors[item][block][d] - average) * (Vectors[item][block][d] - average))) + 1e-6f;
        }

        return new SceneScale(mean, sd);
    }

    /// <summary>Squared distances of all photographs in a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="scale">Its scale.</param>
    /// <returns><c>[photographs x photographs]</c>.</returns>
    public double[] DistancesOf(SceneBlock block, SceneScale scale) =>
        _rawDistances.TryGetValue(block, out double[]? raw) ? raw : Distances([.. Vectors.Select(vector => scale.Apply(vector[block]))]);

    private static double[] Distances(float[][] vectors)
    {
        int n = vectors.Length;
        double[] distances = new double[n * n];
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                float distance = TensorPrimitives.Distance(vectors[i], vectors[j]);
                distances[(i * n) + j] = distance * distance;
            }
        });
        return distances;
    }
}

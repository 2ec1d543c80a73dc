namespace Sensorium.Imaging;

/// <summary>Points assigned to the nearest of a few centres.</summary>
public sealed class KMeansResult
{
    private readonly byte[] _labels;
    private readonly float[] _centres;
    private readonly int[] _counts;

    internal KMeansResult(byte[] labels, float[] centres, int[] counts, double inertia, int iterations)
    {
        _labels = labels;
        _centres = centres;
        _counts = counts;
        Inertia = inertia;
        Iterations = iterations;
    }

    /// <summary>How many clusters hold at least one point; fewer than asked for where the points have fewer different values.</summary>
    public int ClusterCount => _counts.Length;

    /// <summary>For each point the index of its nearest centre, the lower one where two are equally near: <c>[points]</c>.</summary>
    public ReadOnlySpan<byte> Labels => _labels;

    /// <summary>Centres, most points first: <c>[clusters x 3]</c>.</summary>
    public ReadOnlySpan<float> Centres => _centres;

    /// <summary>Points of each cluster: <c>[clusters]</c>.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>Sum of the squared distances of all points from their centres.</summary>
    public double Inertia { get; }

    /// <summary>Passes made over all points.</summary>
    public int Iterations { get; }
}

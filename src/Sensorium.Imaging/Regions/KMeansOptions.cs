namespace Sensorium.Imaging;

/// <summary>How k-means runs.</summary>
public sealed record KMeansOptions
{
    /// <summary>Number of clusters, 1..256. Default 8.</summary>
    public int ClusterCount { get; init; } = 8;

    /// <summary>Most passes over all points. Default 20.</summary>
    public int MostIterations { get; init; } = 20;

    /// <summary>The passes end when no centre moves further than this, in units of the space. Default .0005, a tenth of what an eye can tell in OKLab.</summary>
    public float Tolerance { get; init; } = 0.0005f;

    /// <summary>How often k-means++ starts anew on the sample; the start of least inertia goes on. Default 8.</summary>
    public int Starts { get; init; } = 8;

    /// <summary>Points in the sample on which the starts are tried. Default 8192.</summary>
    public int SampleSize { get; init; } = 8192;

    /// <summary>Seed of the starts. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Most threads; 0 for one a core. The result does not depend on it. Default 0.</summary>
    public int Threads { get; init; }
}

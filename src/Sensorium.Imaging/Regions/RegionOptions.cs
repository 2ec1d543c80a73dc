namespace Sensorium.Imaging;

/// <summary>How regions are found.</summary>
public sealed record RegionOptions
{
    /// <summary>Space in which colours are compared. Default OKLab.</summary>
    public ColourSpace Space { get; init; } = ColourSpace.OkLab;

    /// <summary>Number of colours, 2..32; null lets the data choose. Default null.</summary>
    public int? ClusterCount { get; init; }

    /// <summary>Long side in pixels of the grid on which regions are found, 16..4096. Larger pictures are reduced by area averaging. Default 512.</summary>
    public int WorkingSize { get; init; } = 512;

    /// <summary>Smallest region that stays on its own, as a share of the picture, 0..(.5). Default .002.</summary>
    public double SmallestShare { get; init; } = 0.002;

    /// <summary>Most leaves, 2..512. Default 40.</summary>
    public int MostParts { get; init; } = 40;

    /// <summary>Most objects, 2..64. Default 18.</summary>
    public int MostObjects { get; init; } = 18;

    /// <summary>Seed of the k-means++ starting points. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}

namespace Sensorium.Imaging;

/// <summary>A picture cut into a tree of regions: whole -> objects -> parts.</summary>
public sealed class RegionMap
{
    private readonly ushort[] _leafIds;

    /// <summary>Creates a map over labels that the map owns from now on.</summary>
    /// <param name="width">Width of the label grid in pixels.</param>
    /// <param name="height">Height of the label grid in pixels.</param>
    /// <param name="leafIds">For each pixel the <see cref="Region.Id"/> of the leaf it lies in: <c>[height x width]</c>.</param>
    /// <param name="regions">All regions, each at the index of its id, parents before children.</param>
    /// <param name="space">The colour space they were found in.</param>
    /// <param name="clusterCount">How many colours (k) they were found with.</param>
    public RegionMap(int width, int height, ushort[] leafIds, IReadOnlyList<Region> regions, ColourSpace space, int clusterCount)
    {
        ArgumentNullException.ThrowIfNull(leafIds);
        ArgumentNullException.ThrowIfNull(regions);
        if (leafIds.Length != width * height)
        {
            throw new ArgumentException($"A {width} x {height} map takes {width * height} labels, but {leafIds.Length} came.", nameof(leafIds));
        }

        Width = width;
        Height = height;
        _leafIds = leafIds;
        Regions = regions;
        Space = space;
        ClusterCount = clusterCount;
    }

    /// <summary>Width of the label grid in pixels.</summary>
    public int Width { get; }

    /// <summary>Height of the label grid in pixels.</summary>
    public int Height { get; }

    /// <summary>For each pixel the id of the leaf it lies in: <c>[height x width]</c>.</summary>
    public ReadOnlySpan<ushort> LeafIds => _leafIds;

    /// <summary>All regions, each at the index of its id, parents before children; the whole picture first.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>The colour space they were found in.</summary>
    public ColourSpace Space { get; }

    /// <summary>How many colours (k) they were found with.</summary>
    public int ClusterCount { get; }
}

using Sensorium.Imaging;

namespace Sensorium.Expression;

/// <summary>What is known of a picture before it gets its sounds.</summary>
public sealed record SonifierInput
{
    /// <summary>File name without folder.</summary>
    public required string Name { get; init; }

    /// <summary>Width of the original in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the original in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>The seed of everything random.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The picture's feeling.</summary>
    public required Percept Feeling { get; init; }

    /// <summary>The tree of regions.</summary>
    public required RegionMap Regions { get; init; }

    /// <summary>Words for regions, by region id. Default none.</summary>
    public IReadOnlyDictionary<int, string> Labels { get; init; } = new Dictionary<int, string>();
}

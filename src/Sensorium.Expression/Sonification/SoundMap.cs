using Sensorium.Imaging;

namespace Sensorium.Expression;

/// <summary>A picture as a map of sounds: its regions, its feeling, and how each region sounds.</summary>
public sealed record SoundMap
{
    /// <summary>The picture's file name without folder.</summary>
    public required string Name { get; init; }

    /// <summary>Width of the original in pixels, orientation applied.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the original in pixels, orientation applied.</summary>
    public required int Height { get; init; }

    /// <summary>The seed that everything random came from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The picture's feeling.</summary>
    public required Percept Feeling { get; init; }

    /// <summary>What all sounds share.</summary>
    public required Tonality Tonality { get; init; }

    /// <summary>The mapping from colour to sound that was used.</summary>
    public required Mapping Mapping { get; init; }

    /// <summary>The tree of regions.</summary>
    public required RegionMap Regions { get; init; }

    /// <summary>One sound for each region, by region id.</summary>
    public required IReadOnlyList<RegionSound> Sounds { get; init; }

    /// <summary>The user's or a model's words for regions, by region id; empty where nobody gave any.</summary>
    public IReadOnlyDictionary<int, string> Labels { get; init; } = new Dictionary<int, string>();
}

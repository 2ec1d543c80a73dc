namespace Sensorium.Expression;

/// <summary>The sounds of one region, one for each way of seeing.</summary>
public sealed record RegionSound
{
    /// <summary>For point mode: pointer, touch and keys.</summary>
    public required Voice Point { get; init; }

    /// <summary>For scan mode: the pitch tells the height in the picture.</summary>
    public required Voice Scan { get; init; }

    /// <summary>Point mode for somebody without long-wave cones.</summary>
    public required Voice Protan { get; init; }

    /// <summary>Point mode for somebody without middle-wave cones.</summary>
    public required Voice Deutan { get; init; }

    /// <summary>Point mode for somebody without short-wave cones.</summary>
    public required Voice Tritan { get; init; }
}

using Sensorium.Perception;

namespace Sensorium;

/// <summary>How <see cref="FeelFlow"/> feels an input. Every value has a default that works.</summary>
public sealed record FeelOptions
{
    /// <summary>What is felt. Default everything.</summary>
    public FeelSubject Subject { get; init; }

    /// <summary>Which faces are read, how they are cut out, and whether age and gender are guessed. Default: all faces, with margin, neither.</summary>
    public FaceReadOptions Faces { get; init; } = new();
}

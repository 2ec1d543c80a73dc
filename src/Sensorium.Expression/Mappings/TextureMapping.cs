namespace Sensorium.Expression;

/// <summary>How local contrast becomes tremolo.</summary>
public sealed record TextureMapping
{
    /// <summary>Local contrast up to which a region is smooth and steady.</summary>
    public required double Threshold { get; init; }

    /// <summary>Local contrast at which rate and depth are at their highest.</summary>
    public required double Full { get; init; }

    /// <summary>Tremolo rate just above the threshold, in Hz.</summary>
    public required double LowestHz { get; init; }

    /// <summary>Tremolo rate at <see cref="Full"/>, in Hz, at most 16.</summary>
    public required double HighestHz { get; init; }

    /// <summary>Tremolo depth at <see cref="Full"/>, 0..1.</summary>
    public required double Depth { get; init; }
}

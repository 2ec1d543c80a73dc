namespace Sensorium.Expression;

/// <summary>How a picture's feeling is brought onto the plane of music before key, tempo and dynamics are chosen.</summary>
/// <remarks>
/// A measured feeling is cautious: its means stay near the middle because its spread is wide. Music shows it plainly:
/// expressed = clamp(gain x (measured - centre)).
/// </remarks>
public sealed record FeelingMapping
{
    /// <summary>Valence that becomes neutral music.</summary>
    public required double ValenceCentre { get; init; }

    /// <summary>Gain on valence.</summary>
    public required double ValenceGain { get; init; }

    /// <summary>Arousal that becomes neutral music.</summary>
    public required double ArousalCentre { get; init; }

    /// <summary>Gain on arousal.</summary>
    public required double ArousalGain { get; init; }
}

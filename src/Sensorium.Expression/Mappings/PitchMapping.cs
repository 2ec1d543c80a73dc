namespace Sensorium.Expression;

/// <summary>Which quality sets the pitch, and over what range.</summary>
public sealed record PitchMapping
{
    /// <summary>The quality; its lowest value in the picture takes the lowest pitch.</summary>
    public required ColourQuality From { get; init; }

    /// <summary>Lowest pitch in Hz, 55..880.</summary>
    public required double LowestHz { get; init; }

    /// <summary>Highest pitch in Hz, 220..3520, at least an octave above the lowest.</summary>
    public required double HighestHz { get; init; }
}

namespace Sensorium.Expression;

/// <summary>Which quality sets the pitch, and over what range.</summary>
public sealed record PitchMapping
{
    /// <summary>Least value of <see cref="LowestHz"/>.</summary>
    public const double LeastLowestHz = 55;

    /// <summary>Greatest value of <see cref="LowestHz"/>.</summary>
    public const double MostLowestHz = 880;

    /// <summary>Least value of <see cref="HighestHz"/>.</summary>
    public const double LeastHighestHz = 220;

    /// <summary>Greatest value of <see cref="HighestHz"/>.</summary>
    public const double MostHighestHz = 3520;

    /// <summary>The quality; its lowest value in the picture takes the lowest pitch.</summary>
    public required ColourQuality From { get; init; }

    /// <summary>Lowest pitch in Hz, 55..880.</summary>
    public required double LowestHz { get; init; }

    /// <summary>Highest pitch in Hz, 220..3520, at least an octave above the lowest.</summary>
    public required double HighestHz { get; init; }

    /// <summary>Whether a pitch range is allowed: both ends within their bounds, and an octave apart or more.</summary>
    /// <param name="lowestHz">Lowest pitch in Hz.</param>
    /// <param name="highestHz">Highest pitch in Hz.</param>
    /// <returns>Whether it is.</returns>
    public static bool Allows(double lowestHz, double highestHz) =>
        lowestHz is >= LeastLowestHz and <= MostLowestHz
        && highestHz is >= LeastHighestHz and <= MostHighestHz
        && highestHz >= 2 * lowestHz;
}

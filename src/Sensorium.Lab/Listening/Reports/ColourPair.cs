using Sensorium.Imaging;

namespace Sensorium.Lab.Listening;

/// <summary>Two colours that look alike to somebody, and how far apart they sound.</summary>
public sealed record ColourPair
{
    /// <summary>One colour.</summary>
    public required Rgb First { get; init; }

    /// <summary>The other.</summary>
    public required Rgb Second { get; init; }

    /// <summary>CIEDE2000 between them for a trichromat.</summary>
    public required double TrueDifference { get; init; }

    /// <summary>CIEDE2000 between them as the simulation shows them.</summary>
    public required double SeenDifference { get; init; }

    /// <summary>Distance of their sounds in colour-blind mode.</summary>
    public required double Distance { get; init; }

    /// <summary>Share of all pairs whose sounds are nearer to each other in colour-blind mode, 0..1; over .5 is above the median.</summary>
    public required double Rank { get; init; }

    /// <summary>Distance of their sounds in normal mode.</summary>
    public required double NormalDistance { get; init; }

    /// <summary>As <see cref="Rank"/>, in normal mode.</summary>
    public required double NormalRank { get; init; }
}

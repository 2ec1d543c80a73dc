using Sensorium.Expression;
using Sensorium.Imaging;

namespace Sensorium.Lab.Listening;

/// <summary>A picture as the listener meets it: its regions, and the music that they share.</summary>
internal sealed record Scene
{
    /// <summary>The random numbers that drew it; what happens in it later goes on from them.</summary>
    public required Pcg32 Random { get; init; }

    /// <summary>The regions: the whole first, then one for each colour.</summary>
    public required RegionMap Regions { get; init; }

    /// <summary>Key, pulse, dynamics and range.</summary>
    public required Tonality Tonality { get; init; }
}

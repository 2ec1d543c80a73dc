namespace Sensorium.Media;

/// <summary>How much a film may ask for. What goes beyond is refused with a <see cref="LimitReachedException"/>.</summary>
public sealed record FilmLimits
{
    /// <summary>Largest file in bytes. Default 8 GiB; it is never held in memory.</summary>
    public long MostBytes { get; init; } = 8L << 30;

    /// <summary>Most frames that are read; a longer film is read at wider steps. Default 1,200: five minutes at four a second.</summary>
    public int MostFrames { get; init; } = 1200;

    /// <summary>Most pixels of a frame as stored. Default 36 million: more than 8K.</summary>
    public int MostPixels { get; init; } = 36_000_000;

    /// <summary>Longest time for reading one film and for what is done with its frames meanwhile. Default 15 minutes.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromMinutes(15);
}

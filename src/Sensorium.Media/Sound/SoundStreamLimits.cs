namespace Sensorium.Media;

/// <summary>How much a stream of sound may ask for. What goes beyond is refused with a <see cref="LimitReachedException"/>.</summary>
public sealed record SoundStreamLimits
{
    /// <summary>Largest file, or most bytes taken from a stream. Default 64 GiB: a long film.</summary>
    public long MostBytes { get; init; } = 64L << 30;

    /// <summary>Longest sound. Default 12 h.</summary>
    public TimeSpan MostDuration { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Longest wait for the next samples; what the caller does between two reads does not count. Default 30 s.</summary>
    public TimeSpan MostWait { get; init; } = TimeSpan.FromSeconds(30);
}

namespace Sensorium.Media;

/// <summary>How much a sound file may ask for. What goes beyond is refused with a <see cref="LimitReachedException"/>.</summary>
public sealed record SoundLimits
{
    /// <summary>Largest file in bytes. Default 512 MiB.</summary>
    public long MostBytes { get; init; } = 512L << 20;

    /// <summary>Most samples after decoding, all channels together. Default 60,000,000: ten minutes in stereo at 48 kHz, 240 MB.</summary>
    public long MostSamples { get; init; } = 60_000_000;

    /// <summary>Longest time for reading one file. Default 60 s.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(60);
}

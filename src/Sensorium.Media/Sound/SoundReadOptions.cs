namespace Sensorium.Media;

/// <summary>How a sound is read.</summary>
public sealed record SoundReadOptions
{
    /// <summary>Frames a second wanted, 1,000 to 384,000; null keeps the file's. Default null.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Channels wanted: 1 gives the mean of all, 2 the front pair or one channel twice; null keeps the file's. Default null.</summary>
    public int? ChannelCount { get; init; }

    /// <summary>How much the file may ask for.</summary>
    public SoundLimits Limits { get; init; } = new();
}

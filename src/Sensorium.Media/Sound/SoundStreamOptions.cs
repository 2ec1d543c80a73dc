namespace Sensorium.Media;

/// <summary>How a sound is read piece by piece.</summary>
public sealed record SoundStreamOptions
{
    /// <summary>Frames a second wanted, 1,000 to 384,000; null keeps the file's. Default null.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Channels wanted, 1 or 2; null keeps the file's. See <see cref="SoundStream"/> for how more channels are mixed. Default 1.</summary>
    public int? ChannelCount { get; init; } = 1;

    /// <summary>How much the file may ask for.</summary>
    public SoundStreamLimits Limits { get; init; } = new();

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SampleRate ?? 1000, 1000, nameof(SampleRate));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SampleRate ?? 1000, 384_000, nameof(SampleRate));
        ArgumentOutOfRangeException.ThrowIfLessThan(ChannelCount ?? 1, 1, nameof(ChannelCount));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ChannelCount ?? 1, 2, nameof(ChannelCount));
    }
}

namespace Sensorium;

/// <summary>Planar samples: one array of 32-bit floats a channel, full scale at -1 and 1.</summary>
public sealed class SoundBuffer
{
    private readonly float[][] _channels;

    /// <summary>Creates silence.</summary>
    /// <param name="sampleRate">Frames a second, at least 1.</param>
    /// <param name="channelCount">Channels, at least 1.</param>
    /// <param name="length">Length in frames, at least 0.</param>
    public SoundBuffer(int sampleRate, int channelCount, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channelCount, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        SampleRate = sampleRate;
        Length = length;
        _channels = new float[channelCount][];
        for (int c = 0; c < channelCount; c++)
        {
            _channels[c] = new float[length];
        }
    }

    /// <summary>Frames a second.</summary>
    public int SampleRate { get; }

    /// <summary>Channels.</summary>
    public int ChannelCount => _channels.Length;

    /// <summary>Length in frames (samples a channel).</summary>
    public int Length { get; }

    /// <summary>Length in time.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Length / SampleRate);

    /// <summary>The samples of one channel.</summary>
    /// <param name="channel">0 is left (or the only one), 1 is right.</param>
    /// <returns><see cref="Length"/> samples.</returns>
    public Span<float> Channel(int channel) => _channels[channel];
}

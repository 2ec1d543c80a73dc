namespace Sensorium.Music;

/// <summary>A recording laid out for interpolation: silence or the loop's own continuation stands wherever a filter may reach.</summary>
internal sealed class PreparedRecording
{
    /// <summary>Frames that an interpolation may look to either side.</summary>
    public const int Reach = SincTable.MaximumHalfWidth;

    private readonly float[][] _channels;

    public PreparedRecording(SampleRecording recording)
    {
        SoundBuffer sound = recording.Sound;
        int loopEnd = recording.LoopEnd ?? sound.Length;
        if (sound.Length == 0 || sound.ChannelCount > 2
            || (recording.LoopStart is { } start && (start < 0 || start >= loopEnd || loopEnd > sound.Length)))
        {
            throw new ArgumentException(
                $"A recording of {sound.Length} frames and {sound.ChannelCount} channels with the loop {recording.LoopStart}..{loopEnd}: " +
                "1 or 2 channels, at least 1 frame, and a loop within them are allowed.",
                nameof(recording));
        }

        RootPitch = recording.RootPitch;
        SampleRate = sound.SampleRate;
        IsLooped = recording.LoopStart is not null;
        LoopLength = IsLooped ? loopEnd - recording.LoopStart!.Value : 0;
        int body = IsLooped ? loopEnd : sound.Length;
        Wrap = body + Reach;
        _channels = new float[sound.ChannelCount][];
        for (int c = 0; c < _channels.Length; c++)
        {
            var channel = new float[Reach + body + (3 * Reach)];
            sound.Channel(c)[..body].CopyTo(channel.AsSpan(Reach));
            for (int i = Reach + body; IsLooped && i < channel.Length; i++)
            {
                channel[i] = channel[i - LoopLength];
            }

            _channels[c] = channel;
        }
    }

    /// <summary>MIDI note number with a fraction.</summary>
    public double RootPitch { get; }

    /// <summary>Frames a second.</summary>
    public int SampleRate { get; }

    /// <summary>Whether it repeats while a note is held.</summary>
    public bool IsLooped { get; }

    /// <summary>Frames of the repeating part.</summary>
    public int LoopLength { get; }

    /// <summary>The position at which a looped playing goes back by <see cref="LoopLength"/>, or any other one has ended: all taps to its left then lie in the loop.</summary>
    public int Wrap { get; }

    /// <summary>Channels, 1 or 2.</summary>
    public int ChannelCount => _channels.Length;

    /// <summary>The frames of a channel; frame 0 of the recording is at <see cref="Reach"/>.</summary>
    public ReadOnlySpan<float> Channel(int channel) => _channels[channel];
}

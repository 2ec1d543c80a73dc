namespace Sensorium.Music;

/// <summary>One recorded note.</summary>
public sealed record SampleRecording
{
    /// <summary>The recording, mono or stereo, at any sample rate.</summary>
    public required SoundBuffer Sound { get; init; }

    /// <summary>The pitch that was recorded, as a MIDI note number with a fraction for its tuning (69 = 440 Hz).</summary>
    public required double RootPitch { get; init; }

    /// <summary>First frame of the part that repeats while a note is held; null plays the recording once.</summary>
    public int? LoopStart { get; init; }

    /// <summary>The frame after the last one of the repeating part; null is the recording's end.</summary>
    public int? LoopEnd { get; init; }
}

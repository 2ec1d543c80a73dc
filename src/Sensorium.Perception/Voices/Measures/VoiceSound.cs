namespace Sensorium.Perception;

/// <summary>How every voice is cut into frames, whatever reads it.</summary>
internal static class VoiceSound
{
    /// <summary>Samples a second.</summary>
    public const int SampleRate = 16_000;

    /// <summary>Samples of a frame: 32 ms.</summary>
    public const int FrameLength = 512;

    /// <summary>Samples from frame to frame: 10 ms.</summary>
    public const int Hop = 160;

    /// <summary>Frames a second.</summary>
    public const int FrameRate = SampleRate / Hop;

    /// <summary>Mel bands of a frame.</summary>
    public const int Bands = 64;

    /// <summary>Frames that lie wholly within a sound; a shorter one is filled up to one frame with silence.</summary>
    /// <param name="samples">Samples of the sound.</param>
    /// <returns>At least 1.</returns>
    public static int Frames(int samples) => samples <= FrameLength ? 1 : 1 + ((samples - FrameLength) / Hop);
}

namespace Sensorium.Perception;

/// <summary>How every song is cut into frames and windows, whatever reads it.</summary>
internal static class SongSound
{
    /// <summary>Samples a second.</summary>
    public const int SampleRate = 22_050;

    /// <summary>Samples of a frame that pitches are heard in: 186 ms.</summary>
    public const int PitchLength = 4096;

    /// <summary>Samples from one such frame to the next: 46 ms.</summary>
    public const int PitchHop = 1024;

    /// <summary>Samples of a frame that onsets are heard in: 46 ms.</summary>
    public const int OnsetLength = 1024;

    /// <summary>Samples from one such frame to the next: 12 ms.</summary>
    public const int OnsetHop = 256;

    /// <summary>Onset frames of a pitch frame.</summary>
    public const int OnsetsPerFrame = PitchHop / OnsetHop;

    /// <summary>Pitch frames of a window that is felt at once: 24 s.</summary>
    public const int WindowFrames = 516;

    /// <summary>Pitch frames from one window to the next: 12 s.</summary>
    public const int WindowHop = 258;

    /// <summary>Pitch frames that are too few for a window of their own: 4 s.</summary>
    public const int FewFrames = 86;

    /// <summary>Pitch frames a second.</summary>
    public const double FrameRate = (double)SampleRate / PitchHop;

    /// <summary>Onset frames a second.</summary>
    public const double OnsetRate = (double)SampleRate / OnsetHop;

    /// <summary>Pitch classes.</summary>
    public const int PitchClasses = 12;
}

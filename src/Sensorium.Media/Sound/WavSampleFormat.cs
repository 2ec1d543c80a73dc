namespace Sensorium.Media;

/// <summary>How a WAV file stores a sample.</summary>
public enum WavSampleFormat
{
    /// <summary>16-bit whole numbers, full scale 32768: for listening.</summary>
    Pcm16,

    /// <summary>24-bit whole numbers, full scale 8388608: for editing.</summary>
    Pcm24,

    /// <summary>32-bit floats, full scale 1: keeps every sample as it is, also above full scale.</summary>
    Floating,
}

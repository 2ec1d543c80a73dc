namespace Sensorium.Media;

/// <summary>A kind of sound file that can be written.</summary>
public enum SoundFormat
{
    /// <summary>WAV, 16-bit, written by ourselves.</summary>
    Wav,

    /// <summary>MP3 at a constant 192 kbit/s (LAME, which lowers the level by 0.26 dB to keep peaks below full scale).</summary>
    Mp3,

    /// <summary>Ogg Vorbis at quality 6, about 192 kbit/s in stereo (libvorbis).</summary>
    Ogg,

    /// <summary>FLAC, 16-bit, at its strongest usual compression: the samples of the WAV file, exactly.</summary>
    Flac,
}

namespace Sensorium.Media;

/// <summary>WAV files, written and read without outside help.</summary>
public static class WavFile
{
    /// <summary>Writes a whole sound; the same samples give the same bytes. See <see cref="WavWriter"/> for rounding.</summary>
    /// <param name="output">A stream that can seek; the file begins at its position. Stays open.</param>
    /// <param name="sound">The sound.</param>
    /// <param name="format">How samples are stored. Default 16-bit.</param>
    /// <exception cref="LimitReachedException">The file is over 4 GiB.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream output, SoundBuffer sound, WavSampleFormat format = WavSampleFormat.Pcm16)
    {
        ArgumentNullException.ThrowIfNull(sound);
        var writer = new WavWriter(output, sound.SampleRate, sound.ChannelCount, format);
        writer.Append(sound);
        writer.Complete();
    }
}

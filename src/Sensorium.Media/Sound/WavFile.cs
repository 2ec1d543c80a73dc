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

    /// <summary>Reads a whole sound. See <see cref="WavReader"/> for the codings.</summary>
    /// <param name="input">Stands at the beginning of the file; stays open and need not be able to seek.</param>
    /// <param name="limits">How much the file may ask for; null for the defaults.</param>
    /// <param name="name">The file's name, for sentences. Default <c>sound.wav</c>.</param>
    /// <returns>The sound at the file's rate, with the file's channels.</returns>
    /// <exception cref="MalformedInputException">It is no WAV file, or its header is broken.</exception>
    /// <exception cref="UnsupportedInputException">Its samples are coded in another way.</exception>
    /// <exception cref="LimitReachedException">It has more samples than allowed.</exception>
    public static SoundBuffer Read(Stream input, SoundLimits? limits = null, string name = "sound.wav")
    {
        long most = (limits ?? new SoundLimits()).MostSamples;
        var reader = new WavReader(input, name);
        if (reader.FrameCount * reader.ChannelCount > most && input.CanSeek && input.Length - input.Position > most)
        {
            throw SoundErrors.TooLong(name, most);
        }

        // The header may promise more than there is, so that memory grows with what comes.
        const int BlockFrames = 1 << 16;
        var blocks = new List<(SoundBuffer Sound, int Length)>();
        long total = 0;
        int got;
        do
        {
            var block = new SoundBuffer(reader.SampleRate, reader.ChannelCount, BlockFrames);
            got = reader.Read(block);
            total += got;
            blocks.Add((block, got));
            if (total * reader.ChannelCount > most || total > Array.MaxLength)
            {
                throw SoundErrors.TooLong(name, most);
            }
        }
        while (got == BlockFrames);

        return Join(reader, blocks, (int)total);
    }

    private static SoundBuffer Join(WavReader reader, List<(SoundBuffer Sound, int Length)> blocks, int total)
    {
        var sound = new SoundBuffer(reader.SampleRate, reader.ChannelCount, total);
        for (int channel = 0; channel < reader.ChannelCount; channel++)
        {
            Span<float> rest = sound.Channel(channel);
            foreach ((SoundBuffer block, int length) in blocks)
            {
                block.Channel(channel)[..length].CopyTo(rest);
                rest = rest[length..];
            }
        }

        return sound;
    }
}

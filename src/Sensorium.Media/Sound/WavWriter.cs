namespace Sensorium.Media;

/// <summary>
/// Writes a WAV file block by block (IBM and Microsoft, "Multimedia Programming Interface and Data Specifications 1.0", 1991).
/// Whole numbers are rounded to the nearest value (ties to even) and clipped at full scale, without dither: the same samples give the same
/// bytes, and reading back what was read gives it unchanged. The sizes in the header are filled in by <see cref="Complete"/>.
/// </summary>
public sealed class WavWriter
{
    private const int BlockFrames = 4096;
    private readonly Stream _output;
    private readonly long _start;
    private readonly int _channelCount;
    private readonly WavSampleFormat _format;
    private readonly int _sampleBytes;
    private readonly byte[] _block;
    private readonly int _sampleRate;
    private long _frames;

    /// <summary>Writes the header; the samples follow by <see cref="Append"/>.</summary>
    /// <param name="output">A stream that can seek; the file begins at its position. Stays open.</param>
    /// <param name="sampleRate">Frames a second, at least 1.</param>
    /// <param name="channelCount">Channels, 1 to 64.</param>
    /// <param name="format">How samples are stored. Default 16-bit.</param>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    public WavWriter(Stream output, int sampleRate, int channelCount, WavSampleFormat format = WavSampleFormat.Pcm16)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channelCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channelCount, 64);
        if (!output.CanSeek)
        {
            throw new ArgumentException("The sizes in the header are known at the end only, so the stream must be able to seek.", nameof(output));
        }

        _output = output;
        _start = output.Position;
        _sampleRate = sampleRate;
        _channelCount = channelCount;
        _format = format;
        _sampleBytes = WavSamples.BytesOf(format);
        _block = new byte[BlockFrames * channelCount * _sampleBytes];
        _output.Write(WavHeader.Build(sampleRate, channelCount, format, 0));
    }

    /// <summary>Appends samples.</summary>
    /// <param name="sound">The sound; its rate and channel count are those of the file.</param>
    /// <param name="start">The first frame to write. Default 0.</param>
    /// <param name="length">How many frames; null for all that follow. Default null.</param>
    /// <exception cref="ArgumentException">The sound has another rate or channel count.</exception>
    public void Append(SoundBuffer sound, int start = 0, int? length = null)
    {
        ArgumentNullException.ThrowIfNull(sound);
        int count = length ?? sound.Length - start;
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(length));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start + count, sound.Length, nameof(length));
        if (sound.SampleRate != _sampleRate || sound.ChannelCount != _channelCount)
        {
            throw new ArgumentException($"The file has {_channelCount} channels at {_sampleRate} Hz, but {sound.ChannelCount} at {sound.SampleRate} Hz came.", nameof(sound));
        }

        for (int done = 0; done < count; done += BlockFrames)
        {
            int frames = Math.Min(BlockFrames, count - done);
            Span<byte> bytes = _block.AsSpan(0, frames * _channelCount * _sampleBytes);
            for (int channel = 0; channel < _channelCount; channel++)
            {
                WavSamples.Encode(sound.Channel(channel).Slice(start + done, frames), bytes, channel, _channelCount, _format);
            }

            _output.Write(bytes);
        }

        _frames += count;
    }

    /// <summary>Fills in the sizes; the stream stands behind the file afterwards.</summary>
    /// <exception cref="LimitReachedException">The file is over 4 GiB, which WAV cannot express.</exception>
    public void Complete()
    {
        long dataBytes = _frames * _channelCount * _sampleBytes;
        if (dataBytes > uint.MaxValue - 128)
        {
            throw new LimitReachedException(new LocalizedText(
                "The sound does not fit into a WAV file, which holds at most 4 GiB; write FLAC, or a shorter sound.",
                "소리가 WAV 파일의 한도인 4GiB를 넘습니다. FLAC으로 저장하거나 소리를 짧게 하십시오."));
        }

        if ((dataBytes & 1) != 0)
        {
            _output.WriteByte(0);
        }

        long end = _output.Position;
        _output.Position = _start;
        _output.Write(WavHeader.Build(_sampleRate, _channelCount, _format, (uint)dataBytes));
        _output.Position = end;
    }
}

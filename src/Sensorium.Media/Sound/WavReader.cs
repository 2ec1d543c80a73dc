using System.Buffers.Binary;

namespace Sensorium.Media;

/// <summary>
/// Reads a WAV file block by block: 8, 16, 24 and 32-bit whole numbers and 32 and 64-bit floats, plain or WAVE_FORMAT_EXTENSIBLE
/// (IBM and Microsoft, "Multimedia Programming Interface and Data Specifications 1.0", 1991). The stream need not be able to seek.
/// A file that is cut off gives the samples it has. Every sample is a finite number, whatever a file of floats holds: what is none becomes silence.
/// </summary>
public sealed class WavReader
{
    private const int BlockFrames = 4096;
    private const uint UnknownLength = uint.MaxValue;
    private readonly Stream _input;
    private readonly WavCoding _coding;
    private readonly byte[] _block;
    private long _remaining;

    /// <summary>Reads the header.</summary>
    /// <param name="input">Stands at the beginning of the file; stays open.</param>
    /// <param name="name">The file's name, for sentences. Default <c>sound.wav</c>.</param>
    /// <exception cref="MalformedInputException">It is no WAV file, or its header is broken.</exception>
    /// <exception cref="UnsupportedInputException">Its samples are coded in another way.</exception>
    public WavReader(Stream input, string name = "sound.wav")
    {
        ArgumentNullException.ThrowIfNull(input);
        _input = input;
        Span<byte> riff = stackalloc byte[12];
        if (!Fill(riff) || !riff.StartsWith("RIFF"u8) || !riff[8..].SequenceEqual("WAVE"u8))
        {
            throw SoundErrors.Damaged(name, "no WAV header");
        }

        byte[] format = ReadHeaders(name);
        SampleRate = BinaryPrimitives.ReadInt32LittleEndian(format.AsSpan(4));
        ChannelCount = BinaryPrimitives.ReadUInt16LittleEndian(format.AsSpan(2));
        int tag = BinaryPrimitives.ReadUInt16LittleEndian(format);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(format.AsSpan(14));
        if (tag == WavSamples.ExtensibleTag && format.Length >= 40)
        {
            tag = BinaryPrimitives.ReadUInt16LittleEndian(format.AsSpan(24));
        }

        if (SampleRate is < 1 or > 10_000_000 || ChannelCount is < 1 or > 64)
        {
            throw SoundErrors.Damaged(name, $"{ChannelCount} channels at {SampleRate} Hz");
        }

        _coding = WavCoding.Find(tag, bits) ?? throw SoundErrors.UnknownCoding(name, tag, bits);
        int frameBytes = ChannelCount * _coding.Bytes;
        _block = new byte[BlockFrames * frameBytes];
        FrameCount = _remaining == long.MaxValue ? null : _remaining / frameBytes;
    }

    /// <summary>Frames a second.</summary>
    public int SampleRate { get; }

    /// <summary>Channels.</summary>
    public int ChannelCount { get; }

    /// <summary>Frames that the header promises; null where it does not say, as when the file was written into a pipe.</summary>
    public long? FrameCount { get; }

    /// <summary>Reads the next frames.</summary>
    /// <param name="destination">Receives them; it has as many channels as the file.</param>
    /// <param name="start">The first frame to fill. Default 0.</param>
    /// <param name="length">How many frames at most; null for all that follow. Default null.</param>
    /// <returns>How many frames came; fewer than asked for at the end only.</returns>
    /// <exception cref="ArgumentException">The buffer has another number of channels.</exception>
    public int Read(SoundBuffer destination, int start = 0, int? length = null)
    {
        ArgumentNullException.ThrowIfNull(destination);
        int count = length ?? destination.Length - start;
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(length));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start + count, destination.Length, nameof(length));
        if (destination.ChannelCount != ChannelCount)
        {
            throw new ArgumentException($"The file has {ChannelCount} channels, the buffer {destination.ChannelCount}.", nameof(destination));
        }

        int frameBytes = ChannelCount * _coding.Bytes;
        int done = 0;
        while (done < count)
        {
            int frames = Math.Min(BlockFrames, count - done);
            int wanted = (int)Math.Min(_remaining, (long)frames * frameBytes);
            int read = _input.ReadAtLeast(_block.AsSpan(0, wanted), wanted, throwOnEndOfStream: false);
            _remaining -= read;
            int got = read / frameBytes;
            for (int channel = 0; channel < ChannelCount; channel++)
            {
                _coding.Decode(_block.AsSpan(0, got * frameBytes), destination.Channel(channel).Slice(start + done, got), channel, ChannelCount);
            }

            done += got;
            if (got < frames)
            {
                _remaining = 0;
                break;
            }
        }

        return done;
    }

    // Walks up to the data chunk and returns the content of the format chunk.
    private byte[] ReadHeaders(string name)
    {
        byte[]? format = null;
        Span<byte> chunk = stackalloc byte[8];
        while (Fill(chunk))
        {
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk.StartsWith("data"u8))
            {
                _remaining = length == UnknownLength ? long.MaxValue : length;
                return format ?? throw SoundErrors.Damaged(name, "samples before their format");
            }

            if (chunk.StartsWith("fmt "u8))
            {
                format = new byte[Math.Max(16, Math.Min(length, 1024))];
                if (length < 16 || length > 1024 || !Fill(format))
                {
                    break;
                }

                length = length & 1;
            }
            else
            {
                length += length & 1;
            }

            if (!Skip(length))
            {
                break;
            }
        }

        throw SoundErrors.Damaged(name, format is null ? "no sample format" : "no samples");
    }

    private bool Skip(long count)
    {
        Span<byte> scratch = stackalloc byte[1024];
        while (count > 0)
        {
            int read = _input.Read(scratch[..(int)Math.Min(count, scratch.Length)]);
            if (read == 0)
            {
                return false;
            }

            count -= read;
        }

        return true;
    }

    private bool Fill(Span<byte> buffer) => _input.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;
}

using System.Buffers.Binary;

namespace Sensorium.Media;

/// <summary>Walks through the chunks of a PNG file and checks their checksums (ISO/IEC 15948, section 5).</summary>
/// <param name="file">The file, behind the signature.</param>
/// <param name="input">What is read, for sentences.</param>
internal sealed class PngChunkReader(Stream file, PictureInput input)
{
    public const uint Header = 0x49484452;
    public const uint Palette = 0x504C5445;
    public const uint Data = 0x49444154;
    public const uint End = 0x49454E44;
    public const uint Transparency = 0x74524E53;
    public const uint Exif = 0x65584966;
    private const uint AncillaryBit = 0x20000000;
    private readonly byte[] _scratch = new byte[1 << 14];
    private uint _crc;

    /// <summary>Type of the current chunk, as a big-endian number.</summary>
    public uint Type { get; private set; }

    /// <summary>Bytes of the current chunk that have not been read.</summary>
    public int Remaining { get; private set; }

    /// <summary>Whether the current chunk may be passed over by those who do not know it.</summary>
    public bool IsAncillary => (Type & AncillaryBit) != 0;

    /// <summary>Goes on to the next chunk; the current one must be finished.</summary>
    public void Next()
    {
        Span<byte> start = stackalloc byte[8];
        Fill(start);
        uint length = BinaryPrimitives.ReadUInt32BigEndian(start);
        Type = BinaryPrimitives.ReadUInt32BigEndian(start[4..]);
        foreach (byte letter in start[4..])
        {
            if (!char.IsAsciiLetter((char)letter))
            {
                throw PictureErrors.Damaged(input.Name, input.Format, "no chunk where one should be");
            }
        }

        if (length > int.MaxValue)
        {
            throw PictureErrors.Damaged(input.Name, input.Format, "impossible chunk length");
        }

        Remaining = (int)length;
        _crc = Crc32.Append(0, start[4..]);
    }

    /// <summary>Reads content of the current chunk.</summary>
    /// <param name="buffer">Receives it.</param>
    /// <returns>How many bytes; 0 at the end of the chunk.</returns>
    public int Read(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, Remaining);
        if (count == 0)
        {
            return 0;
        }

        int read = file.Read(buffer[..count]);
        if (read == 0)
        {
            throw PictureErrors.Truncated(input.Name, input.Format);
        }

        _crc = Crc32.Append(_crc, buffer[..read]);
        Remaining -= read;
        return read;
    }

    /// <summary>Reads the whole content of a small chunk and finishes it.</summary>
    /// <param name="most">The largest size allowed.</param>
    /// <returns>The content; null where it is larger, and passed over.</returns>
    public byte[]? ReadAll(int most)
    {
        if (Remaining > most)
        {
            Finish(CancellationToken.None);
            return null;
        }

        var content = new byte[Remaining];
        for (int at = 0; at < content.Length;)
        {
            at += Read(content.AsSpan(at));
        }

        Finish(CancellationToken.None);
        return content;
    }

    /// <summary>Passes over the rest of the chunk and checks its checksum.</summary>
    /// <param name="cancellationToken">Stops on the way.</param>
    public void Finish(CancellationToken cancellationToken)
    {
        while (Read(_scratch) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        Span<byte> crc = stackalloc byte[4];
        Fill(crc);
        if (BinaryPrimitives.ReadUInt32BigEndian(crc) != _crc)
        {
            throw PictureErrors.Damaged(input.Name, input.Format, $"wrong checksum of chunk {Name(Type)}");
        }
    }

    /// <summary>A chunk's type in letters.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Four letters.</returns>
    public static string Name(uint type) =>
        string.Create(4, type, static (text, value) =>
        {
            for (int i = 0; i < 4; i++)
            {
                text[i] = (char)((value >> (24 - (i * 8))) & 0xFF);
            }
        });

    private void Fill(Span<byte> buffer)
    {
        if (file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
        {
            throw PictureErrors.Truncated(input.Name, input.Format);
        }
    }
}

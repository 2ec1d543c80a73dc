namespace Sensorium.Media;

/// <summary>An MP3 file's parts.</summary>
public static class Mp3Sound
{
    private const int HeaderLength = 10;

    /// <summary>The frames of a file without the ID3v2 tag in front of them, which may hold pictures and names.</summary>
    /// <param name="file">The whole file.</param>
    /// <returns>The file from behind the tag; all of it where it has none.</returns>
    public static ReadOnlyMemory<byte> WithoutTag(ReadOnlyMemory<byte> file)
    {
        ReadOnlySpan<byte> head = file.Span;
        if (head.Length < HeaderLength || !head.StartsWith("ID3"u8))
        {
            return file;
        }

        // Four times seven bits (ID3v2.4, section 6.2); flag 4 says that a footer as long as the header follows.
        int size = (head[6] << 21) | (head[7] << 14) | (head[8] << 7) | head[9];
        int behind = HeaderLength + size + ((head[5] & 0x10) != 0 ? HeaderLength : 0);
        return behind < file.Length ? file[behind..] : ReadOnlyMemory<byte>.Empty;
    }
}

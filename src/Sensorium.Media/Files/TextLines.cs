using System.Runtime.CompilerServices;
using System.Text;

namespace Sensorium.Media;

/// <summary>Reads a text line by line. Memory holds one line of at most <see cref="TextFile.MostBytes"/>; what a longer one has beyond is skipped.</summary>
public static class TextLines
{
    /// <summary>Opens a text file of any length.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The open file.</returns>
    /// <exception cref="MalformedInputException">It is missing, a folder, empty, or may not be read.</exception>
    public static Stream Open(string path) => InputFile.Open(path, long.MaxValue);

    /// <summary>Reads the lines.</summary>
    /// <param name="stream">The text; lines end with LF or CR LF, a byte order mark is dropped.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The lines; the bytes of each are valid until the next is asked for.</returns>
    public static async IAsyncEnumerable<TextLine> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] block = new byte[1 << 16];
        using MemoryStream line = new();
        long number = 1, length = 0;
        for (int read; (read = await stream.ReadAsync(block, cancellationToken)) > 0;)
        {
            for (int at = 0; at < read;)
            {
                int end = Array.IndexOf(block, (byte)'\n', at, read - at);
                int count = (end < 0 ? read : end) - at;
                line.Write(block, at, (int)Math.Min(count, Math.Max(0, TextFile.MostBytes - line.Length)));
                length += count;
                at += count + 1;
                if (end >= 0)
                {
                    yield return Finish(line, number++, length);
                    line.SetLength(0);
                    length = 0;
                }
            }
        }

        if (length > 0)
        {
            yield return Finish(line, number, length);
        }
    }

    private static TextLine Finish(MemoryStream line, long number, long length)
    {
        ReadOnlyMemory<byte> bytes = line.GetBuffer().AsMemory(0, (int)line.Length);
        if (number == 1 && bytes.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            (bytes, length) = (bytes[3..], length - 3);
        }

        return bytes.Span.EndsWith("\r"u8) ? new TextLine(number, bytes[..^1], length - 1) : new TextLine(number, bytes, length);
    }
}

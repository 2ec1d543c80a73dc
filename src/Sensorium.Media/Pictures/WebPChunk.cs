using System.Buffers.Binary;
using System.Text;

namespace Sensorium.Media;

/// <summary>The chunks of a WebP file (RFC 9649, section 2).</summary>
internal static class WebPChunk
{
    private const int FrameHeaderBytes = 16;

    /// <summary>Lists the chunks, as far as the file goes.</summary>
    /// <param name="data">The whole file, or the content of a frame with <paramref name="start"/> 16.</param>
    /// <param name="start">Where the first chunk is. Default 12, behind the file header.</param>
    /// <returns>Type and place of the content of each.</returns>
    public static List<(string Type, Range Content)> All(ReadOnlySpan<byte> data, int start = 12)
    {
        var chunks = new List<(string, Range)>();
        for (long at = start; at + 8 <= data.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(data[((int)at + 4)..]);
            int end = (int)Math.Min(data.Length, at + 8 + length);
            chunks.Add((Encoding.Latin1.GetString(data.Slice((int)at, 4)), ((int)at + 8)..end));
            at += 8 + (long)length + (length & 1);
        }

        return chunks;
    }

    /// <summary>
    /// The first frame of a moving picture as a still one, for decoders that know still ones only. The frame is taken as it is, without the
    /// canvas around it.
    /// </summary>
    /// <param name="data">The whole file.</param>
    /// <returns>A still picture; the same bytes where it is one already.</returns>
    public static byte[] FirstFrame(byte[] data)
    {
        foreach ((string type, Range content) in All(data))
        {
            if (type == "ANMF" && data[content] is { Length: > FrameHeaderBytes } frame)
            {
                return Still(frame);
            }
        }

        return data;
    }

    private static byte[] Still(ReadOnlySpan<byte> frame)
    {
        ReadOnlySpan<byte> body = frame[FrameHeaderBytes..];

        // A frame of the extended form, which alone may carry alpha beside lossy colour.
        var file = new byte[12 + 18 + body.Length];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WEBPVP8X"u8.CopyTo(file.AsSpan(8));
        file[16] = 10;
        file[20] = 0x10;

        // The frame header has width and height, less one each, in the same form at 6.
        frame.Slice(6, 6).CopyTo(file.AsSpan(24));
        body.CopyTo(file.AsSpan(30));
        return file;
    }
}

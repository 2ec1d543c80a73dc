using System.Buffers.Binary;

namespace Sensorium.Media;

/// <summary>
/// Size and orientation from the first bytes of formats that ffmpeg decodes, so that a picture over the limits is refused before a
/// process is started. Whatever is broken reads as absent: the decoder has the last word.
/// </summary>
/// <param name="Width">Width as stored; 0 where unknown.</param>
/// <param name="Height">Height as stored; 0 where unknown.</param>
/// <param name="Orientation">EXIF orientation; 1 where there is none or ffmpeg applies it.</param>
internal readonly record struct ContainerHeader(long Width, long Height, int Orientation)
{
    /// <summary>Reads the header.</summary>
    /// <param name="format">The format.</param>
    /// <param name="data">The whole file.</param>
    /// <returns>What it says.</returns>
    public static ContainerHeader Read(string format, ReadOnlySpan<byte> data) => format switch
    {
        "gif" when data.Length >= 10 => new(Little16(data, 6), Little16(data, 8), 1),
        "bmp" => Bmp(data),
        "tiff" => new(ExifOrientation.ReadTag(data, 256) ?? 0, ExifOrientation.ReadTag(data, 257) ?? 0, ExifOrientation.Read(data)),
        "webp" => WebP(data),
        "heic" or "avif" => Heif(data),
        _ => new(0, 0, 1),
    };

    private static ContainerHeader Bmp(ReadOnlySpan<byte> data)
    {
        if (data.Length < 26)
        {
            return new(0, 0, 1);
        }

        return data[14] == 12
            ? new(Little16(data, 18), Little16(data, 20), 1)
            : new(
                Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(data[18..])),
                Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(data[22..])),
                1);
    }

    // RIFF chunks: VP8X canvas, VP8 key frame, VP8L bit stream (RFC 9649).
    private static ContainerHeader WebP(ReadOnlySpan<byte> data)
    {
        long width = 0;
        long height = 0;
        int orientation = 1;
        foreach ((string type, Range range) in WebPChunk.All(data))
        {
            ReadOnlySpan<byte> body = data[range];
            switch (type)
            {
                case "VP8X" when body.Length >= 10:
                    width = 1 + (body[4] | (body[5] << 8) | (body[6] << 16));
                    height = 1 + (body[7] | (body[8] << 8) | (body[9] << 16));
                    break;
                case "VP8 " when width == 0 && body.Length >= 10:
                    width = Little16(body, 6) & 0x3FFF;
                    height = Little16(body, 8) & 0x3FFF;
                    break;
                case "VP8L" when width == 0 && body.Length >= 5:
                    uint bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
                    width = 1 + (bits & 0x3FFF);
                    height = 1 + ((bits >> 14) & 0x3FFF);
                    break;
                case "EXIF":
                    orientation = ExifOrientation.Read(body);
                    break;
                default:
                    break;
            }
        }

        return new(width, height, orientation);
    }

    // The largest of the image sizes (ISO/IEC 23008-12, "ispe"); a thumbnail or a tile is smaller than the picture.
    private static ContainerHeader Heif(ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<byte> rest = data[..Math.Min(data.Length, 1 << 20)];
        long width = 0;
        long height = 0;
        for (int at; (at = rest.IndexOf("ispe"u8)) >= 0; rest = rest[(at + 4)..])
        {
            if (rest.Length < at + 16)
            {
                break;
            }

            width = Math.Max(width, BinaryPrimitives.ReadUInt32BigEndian(rest[(at + 8)..]));
            height = Math.Max(height, BinaryPrimitives.ReadUInt32BigEndian(rest[(at + 12)..]));
        }

        return new(width, height, 1);
    }

    private static int Little16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16LittleEndian(data[at..]);
}

using System.Buffers.Binary;

namespace Sensorium.Media;

/// <summary>
/// Finds the orientation in a TIFF header, which is how EXIF data is stored in JPEG, PNG and WebP and what a TIFF file begins with
/// (CIPA DC-008, "Exif 2.32", section 4.5). Whatever is broken reads as upright.
/// </summary>
internal static class ExifOrientation
{
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;
    private const ushort LongType = 4;

    /// <summary>Reads the orientation.</summary>
    /// <param name="tiff">Bytes from the TIFF header on, with or without <c>Exif\0\0</c> before it.</param>
    /// <returns>1 to 8; 1 where there is none.</returns>
    public static int Read(ReadOnlySpan<byte> tiff) => ReadTag(tiff, OrientationTag) is { } value and >= 1 and <= 8 ? (int)value : 1;

    /// <summary>Reads a whole number of the first directory; of several, the first.</summary>
    /// <param name="tiff">Bytes from the TIFF header on, with or without <c>Exif\0\0</c> before it.</param>
    /// <param name="tag">The tag.</param>
    /// <returns>The number; null where there is none.</returns>
    public static uint? ReadTag(ReadOnlySpan<byte> tiff, ushort tag)
    {
        if (tiff.StartsWith("Exif\0\0"u8))
        {
            tiff = tiff[6..];
        }

        bool little = tiff.StartsWith("II*\0"u8);
        if (!little && !tiff.StartsWith("MM\0*"u8))
        {
            return null;
        }

        long at = Number(tiff, 4, 4, little) ?? long.MaxValue;
        long count = Number(tiff, at, 2, little) ?? 0;
        for (long entry = at + 2; count > 0; count--, entry += 12)
        {
            if (Number(tiff, entry, 2, little) is not { } found)
            {
                return null;
            }

            if (found == tag)
            {
                return Number(tiff, entry + 2, 2, little) switch
                {
                    ShortType => First(tiff, entry, 2, little),
                    LongType => First(tiff, entry, 4, little),
                    _ => null,
                };
            }
        }

        return null;
    }

    // Values that do not fit into the four bytes of the entry stand elsewhere.
    private static uint? First(ReadOnlySpan<byte> tiff, long entry, int size, bool little)
    {
        bool elsewhere = Number(tiff, entry + 4, 4, little) is not { } count || count * size > 4;
        long at = elsewhere ? Number(tiff, entry + 8, 4, little) ?? long.MaxValue : entry + 8;
        return Number(tiff, at, size, little);
    }

    private static uint? Number(ReadOnlySpan<byte> data, long at, int size, bool little)
    {
        if (at < 0 || at > data.Length - size)
        {
            return null;
        }

        ReadOnlySpan<byte> bytes = data.Slice((int)at, size);
        return size == 2
            ? little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes)
            : little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace Sensorium.Media;

/// <summary>
/// Writes 8-bit PNG (ISO/IEC 15948). Pictures of at most 256 colours become palette pictures, pictures without colour become grey,
/// all others true colour with the filter of each row chosen by the smallest sum of absolute differences (the heuristic of the
/// PNG specification, section 12.8).
/// </summary>
internal static class PngEncoder
{
    /// <summary>The eight bytes that every PNG file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes the whole file.</summary>
    /// <param name="output">Receives the bytes; stays open.</param>
    /// <param name="picture">The picture.</param>
    public static void Write(Stream output, Picture picture)
    {
        List<int>? palette = FindPalette(picture);
        bool grey = palette is null && IsGrey(picture);
        byte colourType = palette is not null ? (byte)3 : grey ? (byte)0 : (byte)2;

        output.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], picture.Height);
        header[8] = 8;
        header[9] = colourType;
        header[10..].Clear();
        WriteChunk(output, "IHDR"u8, header);
        if (palette is not null)
        {
            WriteChunk(output, "PLTE"u8, PaletteBytes(palette));
        }

        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            WriteRows(zlib, picture, palette, grey);
        }

        WriteChunk(output, "IDAT"u8, data.GetBuffer().AsSpan(0, (int)data.Length));
        WriteChunk(output, "IEND"u8, []);
    }

    private static void WriteRows(Stream zlib, Picture picture, List<int>? palette, bool grey)
    {
        int step = palette is not null || grey ? 1 : 3;
        int length = picture.Width * step;
        Dictionary<int, byte>? indices = palette?.Select((colour, index) => (colour, index)).ToDictionary(p => p.colour, p => (byte)p.index);
        var row = new byte[length];
        var previous = new byte[length];
        var best = new byte[length + 1];
        var trial = new byte[length + 1];
        for (int y = 0; y < picture.Height; y++)
        {
            FillRow(picture.Row(y), row, indices, grey);
            if (indices is not null)
            {
                // Differences between palette indices mean nothing, so they are left as they are.
                best[0] = 0;
                row.CopyTo(best, 1);
            }
            else
            {
                long bestSum = long.MaxValue;
                for (byte filter = 0; filter <= 4; filter++)
                {
                    long sum = Filter(filter, row, previous, trial, step);
                    if (sum < bestSum)
                    {
                        bestSum = sum;
                        (best, trial) = (trial, best);
                    }
                }
            }

            zlib.Write(best);
            (row, previous) = (previous, row);
        }
    }

    private static void FillRow(ReadOnlySpan<byte> rgb, Span<byte> row, Dictionary<int, byte>? indices, bool grey)
    {
        if (indices is null && !grey)
        {
            rgb.CopyTo(row);
            return;
        }

        for (int x = 0; x < row.Length; x++)
        {
            row[x] = indices is not null ? indices[Colour(rgb, x * 3)] : rgb[x * 3];
        }
    }

    private static long Filter(byte filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> previous, Span<byte> result, int step)
    {
        result[0] = filter;
        long sum = 0;
        for (int i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0;
            int up = previous[i];
            int predicted = filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) >> 1,
                _ => PngFilter.Paeth(left, up, i >= step ? previous[i - step] : 0),
            };
            byte value = (byte)(row[i] - predicted);
            result[i + 1] = value;
            sum += Math.Abs((int)(sbyte)value);
        }

        return sum;
    }

    private static List<int>? FindPalette(Picture picture)
    {
        var colours = new HashSet<int>();
        ReadOnlySpan<byte> pixels = picture.Pixels;
        int last = -1;
        for (int i = 0; i < pixels.Length; i += 3)
        {
            int colour = Colour(pixels, i);
            if (colour != last && colours.Add(colour) && colours.Count > 256)
            {
                return null;
            }

            last = colour;
        }

        List<int> sorted = [.. colours];
        sorted.Sort();
        return sorted;
    }

    private static bool IsGrey(Picture picture)
    {
        ReadOnlySpan<byte> pixels = picture.Pixels;
        for (int i = 0; i < pixels.Length; i += 3)
        {
            if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2])
            {
                return false;
            }
        }

        return true;
    }

    private static int Colour(ReadOnlySpan<byte> rgb, int at) => (rgb[at] << 16) | (rgb[at + 1] << 8) | rgb[at + 2];

    private static byte[] PaletteBytes(List<int> palette)
    {
        var bytes = new byte[palette.Count * 3];
        for (int i = 0; i < palette.Count; i++)
        {
            bytes[i * 3] = (byte)(palette[i] >> 16);
            bytes[(i * 3) + 1] = (byte)(palette[i] >> 8);
            bytes[(i * 3) + 2] = (byte)palette[i];
        }

        return bytes;
    }

    private static void WriteChunk(Stream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(type);
        output.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Append(Crc32.Append(0, type), data));
        output.Write(number);
    }
}

using System.Buffers.Binary;

namespace Sensorium.Media;

/// <summary>Turns the bytes of PNG rows into 8-bit R G B over white, whatever their colour type and depth.</summary>
internal sealed class PngPixels
{
    private readonly PngHeader _header;
    private readonly byte[] _palette;
    private readonly int[]? _key;

    /// <summary>Prepares to convert.</summary>
    /// <param name="header">The header.</param>
    /// <param name="palette">R G B of the palette; null without one.</param>
    /// <param name="transparency">The tRNS chunk: alpha of palette entries, or the one colour that is transparent; null without one.</param>
    public PngPixels(PngHeader header, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency)
    {
        _header = header;

        // Indices without an entry are black, as libpng has them. Grey of few bits is a palette too.
        _palette = new byte[256 * 3];
        int most = (1 << Math.Min(header.Depth, 8)) - 1;
        for (int i = 0; i <= most; i++)
        {
            int alpha = header.ColourType == PngHeader.Indexed && i < transparency.Length ? transparency[i] : 255;
            for (int c = 0; c < 3; c++)
            {
                int at = (i * 3) + c;
                int value = header.ColourType != PngHeader.Indexed ? i * 255 / most : at < palette.Length ? palette[at] : 0;
                _palette[at] = OverWhite(value, alpha);
            }
        }

        if (header.ColourType is PngHeader.Grey or PngHeader.TrueColour && transparency.Length >= header.Samples * 2)
        {
            _key = new int[header.Samples];
            for (int i = 0; i < _key.Length; i++)
            {
                _key[i] = BinaryPrimitives.ReadUInt16BigEndian(transparency[(i * 2)..]) & ((1 << header.Depth) - 1);
            }

            if (header.ColourType == PngHeader.Grey && header.Depth <= 8)
            {
                _palette.AsSpan(_key[0] * 3, 3).Fill(255);
            }
        }
    }

    /// <summary>Converts a row.</summary>
    /// <param name="row">The bytes, unfiltered.</param>
    /// <param name="rgb">Receives R G B of each pixel; its length says how many.</param>
    public void Convert(ReadOnlySpan<byte> row, Span<byte> rgb)
    {
        if (_header.Samples == 1 && _header.Depth <= 8)
        {
            ConvertIndices(row, rgb);
        }
        else if (_header.Depth == 8)
        {
            ConvertBytes(row, rgb);
        }
        else
        {
            ConvertWords(row, rgb);
        }
    }

    private static byte OverWhite(int value, int alpha) => (byte)(((value * alpha) + (255 * (255 - alpha)) + 127) / 255);

    private static byte OverWhite16(int value, int alpha)
    {
        long over = (((long)value * alpha) + (65535L * (65535 - alpha)) + 32767) / 65535;
        return (byte)(((over * 255) + 32767) / 65535);
    }

    private void ConvertIndices(ReadOnlySpan<byte> row, Span<byte> rgb)
    {
        int depth = _header.Depth;
        int mask = (1 << depth) - 1;
        int bit = 0;
        for (int at = 0; at < rgb.Length; at += 3, bit += depth)
        {
            int index = (row[bit >> 3] >> (8 - depth - (bit & 7))) & mask;
            _palette.AsSpan(index * 3, 3).CopyTo(rgb[at..]);
        }
    }

    private void ConvertBytes(ReadOnlySpan<byte> row, Span<byte> rgb)
    {
        switch (_header.ColourType)
        {
            case PngHeader.TrueColour when _key is null:
                row[..rgb.Length].CopyTo(rgb);
                break;
            case PngHeader.TrueColour:
                for (int at = 0; at < rgb.Length; at += 3)
                {
                    ReadOnlySpan<byte> pixel = row.Slice(at, 3);
                    if (pixel[0] == _key![0] && pixel[1] == _key[1] && pixel[2] == _key[2])
                    {
                        rgb.Slice(at, 3).Fill(255);
                    }
                    else
                    {
                        pixel.CopyTo(rgb[at..]);
                    }
                }

                break;
            case PngHeader.GreyAlpha:
                for (int at = 0, from = 0; at < rgb.Length; at += 3, from += 2)
                {
                    rgb.Slice(at, 3).Fill(OverWhite(row[from], row[from + 1]));
                }

                break;
            default:
                for (int at = 0, from = 0; at < rgb.Length; at += 3, from += 4)
                {
                    int alpha = row[from + 3];
                    rgb[at] = OverWhite(row[from], alpha);
                    rgb[at + 1] = OverWhite(row[from + 1], alpha);
                    rgb[at + 2] = OverWhite(row[from + 2], alpha);
                }

                break;
        }
    }

    private void ConvertWords(ReadOnlySpan<byte> row, Span<byte> rgb)
    {
        int samples = _header.Samples;
        int colours = samples >= 3 ? 3 : 1;
        for (int at = 0, from = 0; at < rgb.Length; at += 3, from += samples * 2)
        {
            ReadOnlySpan<byte> pixel = row.Slice(from, samples * 2);
            int alpha = samples is 2 or 4 ? Word(pixel, samples - 1) : IsKey(pixel) ? 0 : 65535;
            for (int c = 0; c < 3; c++)
            {
                rgb[at + c] = OverWhite16(Word(pixel, Math.Min(c, colours - 1)), alpha);
            }
        }
    }

    private bool IsKey(ReadOnlySpan<byte> pixel)
    {
        if (_key is null)
        {
            return false;
        }

        for (int i = 0; i < _key.Length; i++)
        {
            if (Word(pixel, i) != _key[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int Word(ReadOnlySpan<byte> pixel, int sample) => BinaryPrimitives.ReadUInt16BigEndian(pixel[(sample * 2)..]);
}

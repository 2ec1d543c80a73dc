using System.Buffers.Binary;

namespace Sensorium.Media;

/// <summary>The IHDR chunk (ISO/IEC 15948, section 11.2.2).</summary>
/// <param name="Width">Width, at least 1.</param>
/// <param name="Height">Height, at least 1.</param>
/// <param name="Depth">Bits a sample: 1, 2, 4, 8 or 16.</param>
/// <param name="ColourType">0 grey, 2 true colour, 3 palette, 4 grey with alpha, 6 true colour with alpha.</param>
/// <param name="Interlaced">Whether the rows come in seven passes.</param>
internal readonly record struct PngHeader(int Width, int Height, int Depth, int ColourType, bool Interlaced)
{
    public const int Grey = 0;
    public const int TrueColour = 2;
    public const int Indexed = 3;
    public const int GreyAlpha = 4;
    public const int TrueColourAlpha = 6;

    /// <summary>Samples a pixel.</summary>
    public int Samples => ColourType switch { TrueColour => 3, GreyAlpha => 2, TrueColourAlpha => 4, _ => 1 };

    /// <summary>Bits a pixel.</summary>
    public int PixelBits => Samples * Depth;

    /// <summary>Bytes of a row of some pixels, without the filter byte.</summary>
    /// <param name="width">Pixels.</param>
    /// <returns>Bytes.</returns>
    public int RowBytes(int width) => (int)((((long)width * PixelBits) + 7) / 8);

    /// <summary>Reads the chunk.</summary>
    /// <param name="content">Its content.</param>
    /// <param name="input">What is read, for sentences.</param>
    /// <returns>The header, its size within the limits.</returns>
    public static PngHeader Parse(ReadOnlySpan<byte> content, PictureInput input)
    {
        if (content.Length != 13)
        {
            throw PictureErrors.Damaged(input.Name, input.Format, "wrong header length");
        }

        uint width = BinaryPrimitives.ReadUInt32BigEndian(content);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(content[4..]);
        if (width == 0 || height == 0)
        {
            throw PictureErrors.Damaged(input.Name, input.Format, $"size {width} x {height}");
        }

        input.CheckSize(width, height);
        int depth = content[8];
        int type = content[9];
        bool known = type switch
        {
            Grey => depth is 1 or 2 or 4 or 8 or 16,
            Indexed => depth is 1 or 2 or 4 or 8,
            TrueColour or GreyAlpha or TrueColourAlpha => depth is 8 or 16,
            _ => false,
        };
        if (!known || content[10] != 0 || content[11] != 0 || content[12] > 1)
        {
            throw PictureErrors.Damaged(input.Name, input.Format, $"colour type {type} with {depth} bits, methods {content[10]} {content[11]} {content[12]}");
        }

        return new PngHeader((int)width, (int)height, depth, type, content[12] == 1);
    }
}

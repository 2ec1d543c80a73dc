using System.Runtime.InteropServices;

namespace Sensorium.Media;

/// <summary>
/// Decodes JPEG with libjpeg-turbo, at the smallest eighth of the size that is not below the target, and averages the rest.
/// A file that is cut off is accepted as far as it goes, with a warning; one of which less than a tenth is left is refused.
/// ICC profiles are not applied: values are taken for sRGB, inks for plain process colours.
/// </summary>
internal static class JpegDecoder
{
    // Each scan of a progressive picture passes over all its pixels. Real ones have about ten; beyond this, the time a hostile one
    // takes cannot be bounded inside our process, where it cannot be stopped either.
    private const long MostScannedPixels = 4_000_000_000;

    /// <summary>Decodes, where this library can.</summary>
    /// <param name="data">The whole file.</param>
    /// <param name="input">What is read and how.</param>
    /// <returns>The picture; null where another decoder should try.</returns>
    public static unsafe DecodedPicture? TryDecode(byte[] data, PictureInput input)
    {
        JpegHeader header = JpegHeader.Parse(data) ?? throw PictureErrors.Truncated(input.Name, input.Format);
        input.CheckSize(header.Width, header.Height);
        if (!TurboJpeg.IsAvailable)
        {
            return null;
        }

        long pixels = (long)header.Width * header.Height;
        if (header.Progressive && pixels * header.Components * 2 > input.Options.Limits.MostMemory)
        {
            throw PictureErrors.TooMuchMemory(input.Name, input.Options.Limits);
        }

        if (header.Scans * pixels > MostScannedPixels)
        {
            return null;
        }

        nint handle = TurboJpeg.InitDecompress();
        try
        {
            fixed (byte* jpeg = data)
            {
                var size = new CULong((nuint)data.Length);
                int failed = TurboJpeg.DecompressHeader(handle, jpeg, size, out int width, out int height, out _, out int colours);
                if (width < 1 || height < 1 || (failed != 0 && TurboJpeg.GetErrorCode(handle) == TurboJpeg.ErrorFatal))
                {
                    return null;
                }

                input.CheckSize(width, height);
                return Decode(handle, jpeg, size, input, header, (width, height), colours);
            }
        }
        finally
        {
            _ = TurboJpeg.Destroy(handle);
        }
    }

    private static unsafe DecodedPicture? Decode(
        nint handle, byte* jpeg, CULong size, PictureInput input, JpegHeader header, (int Width, int Height) full, int colours)
    {
        bool inks = colours is TurboJpeg.ColourCmyk or TurboJpeg.ColourYcck;
        int eighths = ChooseEighths(Math.Max(full.Width, full.Height), input.Options.TargetLongSide);
        int width = Scale(full.Width, eighths);
        int height = Scale(full.Height, eighths);
        var bytes = new byte[(long)width * height * (inks ? 4 : 3)];
        LocalizedText? warning = null;
        fixed (byte* pixels = bytes)
        {
            int format = inks ? TurboJpeg.PixelCmyk : TurboJpeg.PixelRgb;
            int failed = TurboJpeg.Decompress(handle, jpeg, size, pixels, width, 0, height, format, TurboJpeg.FlagLimitScans);
            if (failed != 0)
            {
                if (TurboJpeg.GetErrorCode(handle) == TurboJpeg.ErrorFatal)
                {
                    return null;
                }

                warning = PictureErrors.CutOff(input.Name);
            }
        }

        var picture = new Picture(width, height, inks ? FromInks(bytes, header.Adobe) : bytes);
        if (warning is not null && IsMissing(picture))
        {
            throw PictureErrors.Truncated(input.Name, input.Format);
        }

        return input.Finish(AreaReducer.Reduce(picture, input.Options.TargetLongSide), full.Width, full.Height, header.Orientation, warning);
    }

    private static int ChooseEighths(int longSide, int target)
    {
        int eighths = 1;
        while (eighths < 8 && Scale(longSide, eighths) < target)
        {
            eighths++;
        }

        return eighths;
    }

    private static int Scale(int side, int eighths) => (int)((((long)side * eighths) + 7) / 8);

    // Adobe stores 255 for no ink, the standard 0.
    private static byte[] FromInks(ReadOnlySpan<byte> inks, bool inverted)
    {
        var rgb = new byte[inks.Length / 4 * 3];
        int mask = inverted ? 0 : 255;
        for (int i = 0, at = 0; at < rgb.Length; i += 4, at += 3)
        {
            int paper = inks[i + 3] ^ mask;
            rgb[at] = (byte)((((inks[i] ^ mask) * paper) + 127) / 255);
            rgb[at + 1] = (byte)((((inks[i + 1] ^ mask) * paper) + 127) / 255);
            rgb[at + 2] = (byte)((((inks[i + 2] ^ mask) * paper) + 127) / 255);
        }

        return rgb;
    }

    // The first row of blocks, at most 16 high, may come from nothing but the zeros that the library reads behind the end.
    private static bool IsMissing(Picture picture)
    {
        int missing = MissingRows(picture);
        return missing > 0 && picture.Height - missing <= Math.Max(16, picture.Height / 10);
    }

    // Where samples are missing the library fills in one grey, from where they end to the last row.
    private static int MissingRows(Picture picture)
    {
        ReadOnlySpan<byte> last = picture.Pixels[^3..];
        int rows = 0;
        for (; rows < picture.Height; rows++)
        {
            ReadOnlySpan<byte> row = picture.Row(picture.Height - 1 - rows);
            if (!row[..3].SequenceEqual(last) || !row[3..].SequenceEqual(row[..^3]))
            {
                break;
            }
        }

        return rows;
    }
}

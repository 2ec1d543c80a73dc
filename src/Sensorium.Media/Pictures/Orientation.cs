namespace Sensorium.Media;

/// <summary>Turns and mirrors a picture as its EXIF orientation says (CIPA DC-008, "Exif 2.32", tag 0x0112).</summary>
internal static class Orientation
{
    /// <summary>Whether width and height change places.</summary>
    /// <param name="orientation">1 to 8.</param>
    /// <returns>True for 5 to 8.</returns>
    public static bool Transposes(int orientation) => orientation is >= 5 and <= 8;

    /// <summary>Puts a picture upright.</summary>
    /// <param name="picture">The picture as it is stored.</param>
    /// <param name="orientation">1 to 8; 1 and everything else leaves it as it is.</param>
    /// <returns>The upright picture.</returns>
    public static Picture Apply(Picture picture, int orientation)
    {
        if (orientation is < 2 or > 8)
        {
            return picture;
        }

        int width = picture.Width;
        int height = picture.Height;
        var result = Transposes(orientation) ? new Picture(height, width) : new Picture(width, height);
        Span<byte> from = picture.Pixels;
        for (int y = 0; y < result.Height; y++)
        {
            Span<byte> row = result.Row(y);

            // Where the row begins in the source, and how far apart its pixels lie there.
            (int start, int step) = orientation switch
            {
                2 => ((y * width) + width - 1, -1),
                3 => (((height - 1 - y) * width) + width - 1, -1),
                4 => ((height - 1 - y) * width, 1),
                5 => (y, width),
                6 => (((height - 1) * width) + y, -width),
                7 => (((height - 1) * width) + width - 1 - y, -width),
                _ => (width - 1 - y, width),
            };
            for (int x = 0; x < row.Length; x += 3, start += step)
            {
                row[x] = from[start * 3];
                row[x + 1] = from[(start * 3) + 1];
                row[x + 2] = from[(start * 3) + 2];
            }
        }

        return result;
    }
}

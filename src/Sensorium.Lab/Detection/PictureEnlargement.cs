namespace Sensorium.Lab.Detection;

/// <summary>Makes pictures larger, between neighbours.</summary>
internal static class PictureEnlargement
{
    /// <summary>Enlarges a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="width">New width in pixels, at least the picture's.</param>
    /// <param name="height">New height in pixels, at least the picture's.</param>
    /// <returns>A new picture.</returns>
    public static Picture Enlarge(Picture picture, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, picture.Width);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, picture.Height);
        Picture large = new(width, height);
        (int First, int Second, float Share)[] columns = [.. Enumerable.Range(0, width).Select(x => Neighbours(x, width, picture.Width))];
        for (int y = 0; y < height; y++)
        {
            (int top, int bottom, float down) = Neighbours(y, height, picture.Height);
            ReadOnlySpan<byte> upper = picture.Row(top), lower = picture.Row(bottom);
            Span<byte> row = large.Row(y);
            for (int x = 0; x < width; x++)
            {
                (int left, int right, float across) = columns[x];
                for (int c = 0; c < 3; c++)
                {
                    float a = upper[(3 * left) + c] + (across * (upper[(3 * right) + c] - upper[(3 * left) + c]));
                    float b = lower[(3 * left) + c] + (across * (lower[(3 * right) + c] - lower[(3 * left) + c]));
                    row[(3 * x) + c] = (byte)(a + (down * (b - a)) + .5f);
                }
            }
        }

        return large;
    }

    /// <summary>The two small pixels around the middle of a large one, and how far it lies from the first.</summary>
    private static (int First, int Second, float Share) Neighbours(int place, int side, int smallSide)
    {
        double middle = Math.Clamp(((place + .5) * smallSide / side) - .5, 0, smallSide - 1);
        int first = (int)middle;
        return (first, Math.Min(first + 1, smallSide - 1), (float)(middle - first));
    }
}

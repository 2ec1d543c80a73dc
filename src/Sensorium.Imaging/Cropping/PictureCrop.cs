namespace Sensorium.Imaging;

/// <summary>
/// Cuts a square out of a picture at another size: the mean of the area that each new pixel covers where it gets smaller, bilinear
/// where it gets larger. Outside the picture its border pixels go on.
/// </summary>
/// <remarks>
/// The mean is taken over a grid of bilinear samples, as many along each side as source pixels fit, so that it is the exact mean for
/// a whole-numbered upright reduction and close to it for any other; a reduction by four or more is first done by
/// <see cref="AreaReduction"/> as far as half of it. Means are taken over the encoded values, as there.
/// </remarks>
public static class PictureCrop
{
    // From here on the picture is reduced before it is sampled, to half of what is wanted: the rest needs no more than 4 x 4 samples.
    private const double ReducedFrom = 4;

    /// <summary>Cuts out a square in colour.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="frame">Where the square lies.</param>
    /// <param name="side">The new picture's side in pixels, at least 1.</param>
    /// <returns>A new picture of <paramref name="side"/> x <paramref name="side"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The side is under 1, or the frame's side is not over 0, or a number of it is not finite.</exception>
    public static Picture Colour(Picture picture, CropFrame frame, int side)
    {
        float[] means = Sample(picture, frame, side);
        var crop = new Picture(side, side);
        for (int i = 0; i < means.Length; i++)
        {
            crop.Pixels[i] = (byte)Math.Clamp(means[i] + 0.5f, 0, 255);
        }

        return crop;
    }

    /// <summary>Cuts out a square as luma (ITU-R BT.601: .299 R + .587 G + .114 B), which is how grey picture sets are made.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="frame">Where the square lies.</param>
    /// <param name="side">The side of the result in pixels, at least 1.</param>
    /// <returns><c>[side x side]</c> bytes, rows from top to bottom.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The side is under 1, or the frame's side is not over 0, or a number of it is not finite.</exception>
    public static byte[] Grey(Picture picture, CropFrame frame, int side)
    {
        float[] means = Sample(picture, frame, side);
        byte[] grey = new byte[side * side];
        for (int i = 0; i < grey.Length; i++)
        {
            float luma = (0.299f * means[i * 3]) + (0.587f * means[(i * 3) + 1]) + (0.114f * means[(i * 3) + 2]);
            grey[i] = (byte)Math.Clamp(luma + 0.5f, 0, 255);
        }

        return grey;
    }

    private static float[] Sample(Picture picture, CropFrame frame, int side)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        if (!double.IsFinite(frame.CentreX) || !double.IsFinite(frame.CentreY) || !double.IsFinite(frame.Turn) || !double.IsFinite(frame.Side) || frame.Side <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(frame), frame, "A crop needs finite numbers and a side over 0.");
        }

        double scaleX = 1, scaleY = 1;
        if (frame.Side / side >= ReducedFrom)
        {
            (picture, frame, scaleX, scaleY) = Reduce(picture, frame, frame.Side / side / 2);
        }

        double step = frame.Side / side;
        double widest = step / Math.Min(scaleX, scaleY);
        int samples = Math.Max(1, (int)Math.Ceiling(widest - 1e-9));
        float[] means = new float[side * side * 3];
        (double sin, double cos) = Math.SinCos(frame.Turn);
        double inner = step / samples;
        for (int y = 0; y < side * samples; y++)
        {
            double down = ((y + 0.5) * inner) - (frame.Side / 2);
            for (int x = 0; x < side * samples; x++)
            {
                double across = ((x + 0.5) * inner) - (frame.Side / 2);
                double sourceX = (frame.CentreX + (across * cos) - (down * sin)) / scaleX;
                double sourceY = (frame.CentreY + (across * sin) + (down * cos)) / scaleY;
                AddBilinear(picture, sourceX, sourceY, means.AsSpan(((y / samples * side) + (x / samples)) * 3, 3));
            }
        }

        float share = 1f / (samples * samples);
        for (int i = 0; i < means.Length; i++)
        {
            means[i] *= share;
        }

        return means;
    }

    /// <summary>Reduces what a frame needs of a picture; the scales are old pixels in a new one.</summary>
    private static (Picture Picture, CropFrame Frame, double ScaleX, double ScaleY) Reduce(Picture picture, CropFrame frame, double factor)
    {
        // Half the diagonal reaches every corner of a turned square; two new pixels more feed the bilinear samples at its border.
        double reach = (frame.Side / 2 * (Math.Abs(Math.Cos(frame.Turn)) + Math.Abs(Math.Sin(frame.Turn)))) + (2 * factor);
        (int left, int width) = Span(frame.CentreX, reach, picture.Width);
        (int top, int height) = Span(frame.CentreY, reach, picture.Height);
        var part = new Picture(width, height);
        for (int y = 0; y < height; y++)
        {
            picture.Row(top + y).Slice(left * 3, width * 3).CopyTo(part.Row(y));
        }

        Picture reduced = AreaReduction.Reduce(part, Math.Max(1, (int)(width / factor)), Math.Max(1, (int)(height / factor)), threads: 1);
        CropFrame moved = frame with { CentreX = frame.CentreX - left, CentreY = frame.CentreY - top };
        return (reduced, moved, (double)width / reduced.Width, (double)height / reduced.Height);
    }

    private static (int First, int Count) Span(double centre, double reach, int length)
    {
        int first = (int)Math.Clamp(Math.Floor(centre - reach), 0, length - 1);
        int end = (int)Math.Clamp(Math.Ceiling(centre + reach), first + 1, length);
        return (first, end - first);
    }

    private static void AddBilinear(Picture picture, double x, double y, Span<float> sum)
    {
        double column = Math.Clamp(x - 0.5, 0, picture.Width - 1);
        double row = Math.Clamp(y - 0.5, 0, picture.Height - 1);
        int left = (int)column, top = (int)row;
        int right = Math.Min(left + 1, picture.Width - 1), bottom = Math.Min(top + 1, picture.Height - 1);
        float across = (float)(column - left), down = (float)(row - top);
        ReadOnlySpan<byte> pixels = picture.Pixels;
        int a = ((top * picture.Width) + left) * 3, b = ((top * picture.Width) + right) * 3;
        int c = ((bottom * picture.Width) + left) * 3, d = ((bottom * picture.Width) + right) * 3;
        for (int i = 0; i < 3; i++)
        {
            float upper = pixels[a + i] + (across * (pixels[b + i] - pixels[a + i]));
            float lower = pixels[c + i] + (across * (pixels[d + i] - pixels[c + i]));
            sum[i] += upper + (down * (lower - upper));
        }
    }
}

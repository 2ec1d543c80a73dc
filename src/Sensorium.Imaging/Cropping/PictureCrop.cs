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
        float[] means = Sample(picture, frame, side, 3);
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
        float[] means = Sample(picture, frame, side, 1);
        byte[] grey = new byte[side * side];
        for (int i = 0; i < grey.Length; i++)
        {
            grey[i] = (byte)Math.Clamp(means[i] + 0.5f, 0, 255);
        }

        return grey;
    }

    private static float[] Sample(Picture picture, CropFrame frame, int side, int channels)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        if (!double.IsFinite(frame.CentreX) || !double.IsFinite(frame.CentreY) || !double.IsFinite(frame.Turn) || !double.IsFinite(frame.Side) || frame.Side <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(frame), frame, "A crop needs finite numbers and a side over 0.");
        }

        double factor = frame.Side / side >= ReducedFrom ? frame.Side / side / 2 : 1;
        (picture, frame, double scaleX, double scaleY) = Cut(picture, frame, factor);
        float[] source = ToSingle(picture, channels);
        double step = frame.Side / side;
        double widest = step / Math.Min(scaleX, scaleY);
        int samples = Math.Max(1, (int)Math.Ceiling(widest - 1e-9));
        float[] means = new float[side * side * channels];
        (double sin, double cos) = Math.SinCos(frame.Turn);
        double inner = step / samples;
        for (int y = 0; y < side * samples; y++)
        {
            double down = ((y + 0.5) * inner) - (frame.Side / 2);
            Span<float> row = means.AsSpan(y / samples * side * channels, side * channels);
            for (int x = 0; x < side * samples; x++)
            {
                double across = ((x + 0.5) * inner) - (frame.Side / 2);
                double sourceX = (frame.CentreX + (across * cos) - (down * sin)) / scaleX;
                double sourceY = (frame.CentreY + (across * sin) + (down * cos)) / scaleY;
                AddBilinear(source, picture.Width, picture.Height, sourceX, sourceY, row.Slice(x / samples * channels, channels));
            }
        }

        float share = 1f / (samples * samples);
        for (int i = 0; i < means.Length; i++)
        {
            means[i] *= share;
        }

        return means;
    }

    // One channel is luma: it is linear, so that taking it first gives the same and is a third of the work.
    private static float[] ToSingle(Picture picture, int channels)
    {
        ReadOnlySpan<byte> pixels = picture.Pixels;
        float[] values = new float[pixels.Length / 3 * channels];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = channels == 3 ? pixels[i] : (0.299f * pixels[i * 3]) + (0.587f * pixels[(i * 3) + 1]) + (0.114f * pixels[(i * 3) + 2]);
        }

        return values;
    }

    /// <summary>Cuts out what a frame needs of a picture and reduces it; the scales are old pixels in a new one.</summary>
    private static (Picture Picture, CropFrame Frame, double ScaleX, double ScaleY) Cut(Picture picture, CropFrame frame, double factor)
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

        Picture reduced = factor > 1 ? AreaReduction.Reduce(part, Math.Max(1, (int)(width / factor)), Math.Max(1, (int)(height / factor)), threads: 1) : part;
        CropFrame moved = frame with { CentreX = frame.CentreX - left, CentreY = frame.CentreY - top };
        return (reduced, moved, (double)width / reduced.Width, (double)height / reduced.Height);
    }

    private static (int First, int Count) Span(double centre, double reach, int length)
    {
        int first = (int)Math.Clamp(Math.Floor(centre - reach), 0, length - 1);
        int end = (int)Math.Clamp(Math.Ceiling(centre + reach), first + 1, length);
        return (first, end - first);
    }

    private static void AddBilinear(ReadOnlySpan<float> source, int width, int height, double x, double y, Span<float> sum)
    {
        double column = Math.Clamp(x - 0.5, 0, width - 1);
        double row = Math.Clamp(y - 0.5, 0, height - 1);
        int left = (int)column, top = (int)row;
        int right = Math.Min(left + 1, width - 1), bottom = Math.Min(top + 1, height - 1);
        float across = (float)(column - left), down = (float)(row - top);
        int a = ((top * width) + left) * sum.Length, b = ((top * width) + right) * sum.Length;
        int c = ((bottom * width) + left) * sum.Length, d = ((bottom * width) + right) * sum.Length;
        for (int i = 0; i < sum.Length; i++)
        {
            float upper = source[a + i] + (across * (source[b + i] - source[a + i]));
            float lower = source[c + i] + (across * (source[d + i] - source[c + i]));
            sum[i] += upper + (down * (lower - upper));
        }
    }
}

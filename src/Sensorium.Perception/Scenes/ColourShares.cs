using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>
/// Which colours the upper, the middle and the lower third consist of: 3 steps of L* times grey or 8 hues in two chromas (CIELAB).
/// Square roots of shares, whose Euclidean distance is Hellinger's.
/// </summary>
internal static class ColourShares
{
    private const int Layers = 3;
    private const int Lightnesses = 3;
    private const int Hues = 8;
    private const int Kinds = 1 + (2 * Hues);
    private const float Grey = 8;
    private const float Vivid = 30;

    /// <summary>How many numbers.</summary>
    public const int Length = Layers * Lightnesses * Kinds;

    /// <summary>Measures a picture.</summary>
    /// <param name="colours">Its pixels.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <returns><see cref="Length"/> numbers, 0..1; the squares of a third add up to 1.</returns>
    public static float[] Measure(ReadOnlySpan<CieLab> colours, int width, int height)
    {
        float[] shares = new float[Length];
        Span<int> counts = stackalloc int[Layers];
        for (int y = 0; y < height; y++)
        {
            int layer = SceneGrid.CellOf(y, height, Layers);
            counts[layer] += width;
            for (int x = 0; x < width; x++)
            {
                CieLab colour = colours[(y * width) + x];
                int lightness = Math.Clamp((int)(colour.L * Lightnesses / 100), 0, Lightnesses - 1);
                shares[(((layer * Lightnesses) + lightness) * Kinds) + KindOf(colour)]++;
            }
        }

        for (int i = 0; i < Length; i++)
        {
            int count = counts[i / (Lightnesses * Kinds)];
            shares[i] = count > 0 ? MathF.Sqrt(shares[i] / count) : 0;
        }

        return shares;
    }

    private static int KindOf(CieLab colour)
    {
        float chroma = colour.Chroma;
        if (chroma < Grey)
        {
            return 0;
        }

        float turn = MathF.Atan2(colour.B, colour.A) / MathF.Tau;
        int hue = Math.Min((int)((turn < 0 ? turn + 1 : turn) * Hues), Hues - 1);
        return 1 + (chroma < Vivid ? 0 : Hues) + hue;
    }
}

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

    // Which eighth of a turn by the signs of b* and a* and by which of the two is the larger.
    private static readonly byte[] Octants = [0, 1, 3, 2, 7, 6, 4, 5];

    /// <summary>Measures a picture.</summary>
    /// <param name="colours">Its colours.</param>
    /// <returns><see cref="Length"/> numbers, 0..1; the squares of a third add up to 1.</returns>
    public static float[] Measure(SceneColours colours) =>
        Measure(colours.LabLightness, colours.LabA, colours.LabB, colours.LabChroma, colours.Width);

    /// <summary>Measures planes.</summary>
    /// <param name="lightness">L*: <c>[height x width]</c>, as the others.</param>
    /// <param name="a">a*.</param>
    /// <param name="b">b*.</param>
    /// <param name="chroma">C*.</param>
    /// <param name="width">The picture's width in pixels.</param>
    /// <returns><see cref="Length"/> numbers, 0..1; the squares of a third add up to 1.</returns>
    public static float[] Measure(ReadOnlySpan<float> lightness, ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> chroma, int width)
    {
        float[] shares = new float[Length];
        int height = lightness.Length / width;
        Span<int> counts = stackalloc int[Lightnesses * Kinds];
        for (int layer = 0; layer < Layers; layer++)
        {
            counts.Clear();
            int first = SceneGrid.FirstOf(layer, height, Layers) * width, end = SceneGrid.FirstOf(layer + 1, height, Layers) * width;
            for (int i = first; i < end; i++)
            {
                int step = Math.Clamp((int)(lightness[i] * Lightnesses / 100), 0, Lightnesses - 1);
                counts[(step * Kinds) + KindOf(a[i], b[i], chroma[i])]++;
            }

            for (int i = 0; i < counts.Length; i++)
            {
                shares[(layer * counts.Length) + i] = end > first ? MathF.Sqrt((float)counts[i] / (end - first)) : 0;
            }
        }

        return shares;
    }

    private static int KindOf(float a, float b, float chroma)
    {
        int octant = Octants[(b < 0 ? 4 : 0) | (a < 0 ? 2 : 0) | (MathF.Abs(b) > MathF.Abs(a) ? 1 : 0)];
        return chroma < Grey ? 0 : 1 + (chroma < Vivid ? 0 : Hues) + octant;
    }
}

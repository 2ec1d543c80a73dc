namespace Sensorium.Perception;

/// <summary>
/// Mean and spread of L*, a*, b* and C* (CIELAB) in 4 x 4 cells, the left half averaged with the mirrored right half, and how unlike the
/// two halves are.
/// </summary>
internal static class ColourLayout
{
    private const int Grid = 4;
    private const int Half = Grid / 2;
    private const int Channels = 4;

    /// <summary>How many numbers: for each channel 8 means, 8 standard deviations, 1 unlikeness of the halves.</summary>
    public const int Length = Channels * ((2 * Grid * Half) + 1);

    /// <summary>Index of the mean of a channel in a cell.</summary>
    /// <param name="channel">0 L*, 1 a*, 2 b*, 3 C*.</param>
    /// <param name="cell">0 to 7: row by row, two cells a row.</param>
    /// <returns>Its place in the vector.</returns>
    public static int MeanAt(int channel, int cell) => (channel * Length / Channels) + cell;

    /// <summary>Measures a picture.</summary>
    /// <param name="colours">Its colours.</param>
    /// <returns><see cref="Length"/> numbers in CIELAB units.</returns>
    public static float[] Measure(SceneColours colours) =>
        Measure(colours.LabLightness, colours.LabA, colours.LabB, colours.LabChroma, colours.Width);

    /// <summary>Measures planes.</summary>
    /// <param name="lightness">L*: <c>[height x width]</c>, as the others.</param>
    /// <param name="a">a*.</param>
    /// <param name="b">b*.</param>
    /// <param name="chroma">C*.</param>
    /// <param name="width">The picture's width in pixels.</param>
    /// <returns><see cref="Length"/> numbers in CIELAB units.</returns>
    public static float[] Measure(ReadOnlySpan<float> lightness, ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> chroma, int width)
    {
        float[] vector = new float[Length];
        int[] counts = SceneGrid.Counts(width, lightness.Length / width, Grid);
        Span<float> Part(int channel) => vector.AsSpan(channel * Length / Channels, Length / Channels);
        Measure(lightness, width, counts, Part(0));
        Measure(a, width, counts, Part(1));
        Measure(b, width, counts, Part(2));
        Measure(chroma, width, counts, Part(3));
        return vector;
    }

    private static void Measure(ReadOnlySpan<float> plane, int width, int[] counts, Span<float> vector)
    {
        double[] sums = SceneGrid.Sums(plane, width, Grid);
        double[] squares = new double[sums.Length];
        int height = plane.Length / width;
        for (int y = 0; y < height; y++)
        {
            SceneGrid.AddSquares(plane.Slice(y * width, width), squares.AsSpan(SceneGrid.CellOf(y, height, Grid) * Grid, Grid));
        }

        Fold(sums, squares, counts, vector);
    }

    private static void Fold(Span<double> sums, Span<double> squares, int[] counts, Span<float> vector)
    {
        double total = 0;
        int pixels = 0;
        for (int cell = 0; cell < counts.Length; cell++)
        {
            total += sums[cell];
            pixels += counts[cell];
        }

        // A thin picture leaves cells empty: they look like the whole.
        for (int cell = 0; cell < counts.Length; cell++)
        {
            double mean = counts[cell] > 0 ? sums[cell] / counts[cell] : total / pixels;
            squares[cell] = counts[cell] > 0 ? Math.Sqrt(Math.Max((squares[cell] / counts[cell]) - (mean * mean), 0)) : 0;
            sums[cell] = mean;
        }

        double unlike = 0;
        for (int row = 0; row < Grid; row++)
        {
            for (int column = 0; column < Half; column++)
            {
                int left = (row * Grid) + column;
                int right = (row * Grid) + (Grid - 1 - column);
                vector[(row * Half) + column] = (float)((sums[left] + sums[right]) / 2);
                vector[(Grid * Half) + (row * Half) + column] = (float)((squares[left] + squares[right]) / 2);
                unlike += Math.Abs(sums[left] - sums[right]);
            }
        }

        vector[2 * Grid * Half] = (float)(unlike / (Grid * Half));
    }
}

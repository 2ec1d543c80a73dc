using Sensorium.Imaging;

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
    /// <param name="colours">Its pixels.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <returns><see cref="Length"/> numbers in CIELAB units.</returns>
    public static float[] Measure(ReadOnlySpan<CieLab> colours, int width, int height)
    {
        double[] sums = new double[Channels * Grid * Grid];
        double[] squares = new double[sums.Length];
        int[] counts = new int[Grid * Grid];
        Span<double> values = stackalloc double[Channels];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                CieLab colour = colours[(y * width) + x];
                values[0] = colour.L;
                values[1] = colour.A;
                values[2] = colour.B;
                values[3] = colour.Chroma;
                int cell = (SceneGrid.CellOf(y, height, Grid) * Grid) + SceneGrid.CellOf(x, width, Grid);
                counts[cell]++;
                for (int channel = 0; channel < Channels; channel++)
                {
                    sums[(channel * Grid * Grid) + cell] += values[channel];
                    squares[(channel * Grid * Grid) + cell] += values[channel] * values[channel];
                }
            }
        }

        float[] vector = new float[Length];
        for (int channel = 0; channel < Channels; channel++)
        {
            Fold(sums.AsSpan(channel * Grid * Grid, Grid * Grid), squares.AsSpan(channel * Grid * Grid, Grid * Grid), counts, vector.AsSpan(channel * Length / Channels, Length / Channels));
        }

        return vector;
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

using System.Numerics.Tensors;

namespace Sensorium.Perception;

/// <summary>Divides a picture into cells.</summary>
internal static class SceneGrid
{
    /// <summary>The cell in which a pixel lies, by the pixel's middle, so that a mirrored picture falls into mirrored cells.</summary>
    /// <param name="at">The pixel's column or row.</param>
    /// <param name="length">How many columns or rows there are.</param>
    /// <param name="grid">How many cells.</param>
    /// <returns>0 to <paramref name="grid"/> - 1.</returns>
    public static int CellOf(int at, int length, int grid) => ((2 * at) + 1) * grid / (2 * length);

    /// <summary>The first column or row of a cell, or of the next that has any.</summary>
    /// <param name="cell">0 to <paramref name="grid"/>, which is the end.</param>
    /// <param name="length">How many columns or rows there are.</param>
    /// <param name="grid">How many cells.</param>
    /// <returns>0 to <paramref name="length"/>.</returns>
    public static int FirstOf(int cell, int length, int grid) => ((2 * length * cell) + grid - 1) / (2 * grid);

    /// <summary>Adds up one row of a picture cell by cell.</summary>
    /// <param name="row">The row.</param>
    /// <param name="sums">Receives the sums on top of what is there, one for each cell of the row.</param>
    public static void AddRow(ReadOnlySpan<float> row, Span<double> sums)
    {
        int first = 0;
        for (int cell = 0; cell < sums.Length; cell++)
        {
            int end = FirstOf(cell + 1, row.Length, sums.Length);
            sums[cell] += TensorPrimitives.Sum(row[first..end]);
            first = end;
        }
    }

    /// <summary>Adds up the squares of one row of a picture cell by cell.</summary>
    /// <param name="row">The row.</param>
    /// <param name="sums">Receives the sums on top of what is there, one for each cell of the row.</param>
    public static void AddSquares(ReadOnlySpan<float> row, Span<double> sums)
    {
        int first = 0;
        for (int cell = 0; cell < sums.Length; cell++)
        {
            int end = FirstOf(cell + 1, row.Length, sums.Length);
            sums[cell] += TensorPrimitives.SumOfSquares(row[first..end]);
            first = end;
        }
    }

    /// <summary>How many pixels each cell has.</summary>
    /// <param name="width">The picture's width in pixels.</param>
    /// <param name="height">The picture's height in pixels.</param>
    /// <param name="grid">How many cells along each side.</param>
    /// <returns><c>[grid x grid]</c> numbers, 0 where a thin picture leaves a cell empty.</returns>
    public static int[] Counts(int width, int height, int grid)
    {
        int[] counts = new int[grid * grid];
        for (int i = 0; i < counts.Length; i++)
        {
            int row = i / grid, column = i % grid;
            counts[i] = (FirstOf(row + 1, height, grid) - FirstOf(row, height, grid)) * (FirstOf(column + 1, width, grid) - FirstOf(column, width, grid));
        }

        return counts;
    }

    /// <summary>Sum of a plane over each cell.</summary>
    /// <param name="plane">One number a pixel: <c>[height x width]</c>.</param>
    /// <param name="width">The picture's width in pixels.</param>
    /// <param name="grid">How many cells along each side.</param>
    /// <returns><c>[grid x grid]</c> sums.</returns>
    public static double[] Sums(ReadOnlySpan<float> plane, int width, int grid)
    {
        double[] sums = new double[grid * grid];
        int height = plane.Length / width;
        for (int y = 0; y < height; y++)
        {
            AddRow(plane.Slice(y * width, width), sums.AsSpan(CellOf(y, height, grid) * grid, grid));
        }

        return sums;
    }
}

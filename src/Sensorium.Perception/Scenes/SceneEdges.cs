using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Sensorium.Perception;

/// <summary>How much there is to see in a picture: slopes of lightness by Sobel's operator; the picture's border repeats.</summary>
/// <param name="Density">Mean slope between neighbours, 0..(.2).</param>
/// <param name="Calm">Share of the cells of an 8 x 8 grid without edges, 0..1.</param>
/// <param name="Diagonal">Share of slope that runs within 15 degrees of a diagonal, 0..1.</param>
internal readonly record struct SceneEdges(double Density, double Calm, double Diagonal)
{
    private const int Grid = 8;
    private const float Tan30 = 0.57735f;
    private const double CalmSlope = 0.008;

    /// <summary>Measures a picture.</summary>
    /// <param name="lightness">Lightness in OKLab: <c>[height x width]</c>.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <returns>The edges.</returns>
    public static SceneEdges Of(ReadOnlySpan<float> lightness, int width, int height)
    {
        // A row with one more pixel on each side, filled up to whole vectors; what is computed there is not summed.
        int padded = width + 2 + Vector256<float>.Count;
        float[] buffer = new float[3 * padded];
        float[] slopes = new float[padded], diagonals = new float[padded];
        double[] sums = new double[Grid * Grid];
        double diagonal = 0;
        for (int y = 0; y < height; y++)
        {
            Span<float> up = buffer.AsSpan(0, padded), here = buffer.AsSpan(padded, padded), down = buffer.AsSpan(2 * padded, padded);
            Widen(lightness.Slice(Math.Max(y - 1, 0) * width, width), up);
            Widen(lightness.Slice(y * width, width), here);
            Widen(lightness.Slice(Math.Min(y + 1, height - 1) * width, width), down);
            for (int x = 0; x < width; x += Vector256<float>.Count)
            {
                Vector256<float> slope = Slope(up[x..], here[x..], down[x..], out Vector256<float> isDiagonal);
                slope.CopyTo(slopes, x);
                (slope & isDiagonal).CopyTo(diagonals, x);
            }

            SceneGrid.AddRow(slopes.AsSpan(0, width), sums.AsSpan(SceneGrid.CellOf(y, height, Grid) * Grid, Grid));
            diagonal += TensorPrimitives.Sum<float>(diagonals.AsSpan(0, width));
        }

        int[] counts = SceneGrid.Counts(width, height, Grid);
        int calm = 0, filled = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            filled += counts[i] > 0 ? 1 : 0;
            calm += counts[i] > 0 && sums[i] / counts[i] < CalmSlope ? 1 : 0;
        }

        double total = TensorPrimitives.Sum<double>(sums);
        return new(total / lightness.Length, calm / (double)filled, diagonal / (total + (0.001 * lightness.Length)));
    }

    private static void Widen(ReadOnlySpan<float> row, Span<float> widened)
    {
        row.CopyTo(widened[1..]);
        widened[0] = row[0];
        widened[(row.Length + 1)..].Fill(row[^1]);
    }

    // Slopes of eight pixels in lightness a pixel; the spans begin one pixel to their left.
    private static Vector256<float> Slope(ReadOnlySpan<float> up, ReadOnlySpan<float> here, ReadOnlySpan<float> down, out Vector256<float> isDiagonal)
    {
        Vector256<float> upLeft = Vector256.Create(up), upRight = Vector256.Create(up[2..]);
        Vector256<float> downLeft = Vector256.Create(down), downRight = Vector256.Create(down[2..]);
        Vector256<float> dx = (upRight + (Vector256.Create(here[2..]) * 2) + downRight - upLeft - (Vector256.Create(here) * 2) - downLeft) * 0.125f;
        Vector256<float> dy = (downLeft + (Vector256.Create(down[1..]) * 2) + downRight - upLeft - (Vector256.Create(up[1..]) * 2) - upRight) * 0.125f;
        Vector256<float> across = Vector256.Abs(dx), along = Vector256.Abs(dy);
        isDiagonal = Vector256.GreaterThan(Vector256.Min(across, along), Vector256.Max(across, along) * Tan30);
        return Vector256.Sqrt((dx * dx) + (dy * dy));
    }
}

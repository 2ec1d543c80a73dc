using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sensorium.Imaging;

/// <summary>
/// Smooths texture and keeps edges: a 3 x 3 kernel applied at growing distances, each neighbour weighted by how alike it is
/// (Dammertz, Sewtz, Hanika &amp; Lensch, "Edge-avoiding A-Trous wavelet transform", HPG 2010; the weight is Tukey's biweight instead of a Gaussian, so that
/// what differs by more than the scale does not count at all).
/// </summary>
internal static class EdgeKeepingSmoothing
{
    private const int RowsPerChunk = 16;

    /// <summary>Smooths planes.</summary>
    /// <param name="source">The planes; they stay as they are.</param>
    /// <param name="scale">Difference, in units of the planes, from which a neighbour does not count.</param>
    /// <param name="passes">Number of passes; pass p reaches 2^p pixels.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ColourPlanes Smooth(ColourPlanes source, float scale, int passes, int threads, CancellationToken cancellationToken)
    {
        ColourPlanes from = source;
        var to = new ColourPlanes(source.Width, source.Height, source.Space);
        ColourPlanes? spare = null;
        float inverse = 1 / (scale * scale);
        for (int pass = 0; pass < passes; pass++)
        {
            int step = 1 << pass;
            ColourPlanes input = from;
            ColourPlanes output = to;
            FixedChunks.Run(
                source.Height,
                RowsPerChunk,
                threads,
                (_, top, bottom) =>
                {
                    for (int y = top; y < bottom; y++)
                    {
                        Row(input, output, y, step, inverse);
                    }
                },
                cancellationToken);
            (from, to) = (to, pass == 0 ? spare ??= new ColourPlanes(source.Width, source.Height, source.Space) : from);
        }

        return from;
    }

    private static void Row(ColourPlanes input, ColourPlanes output, int y, int step, float inverse)
    {
        int width = input.Width;
        int lanes = Vector256<float>.Count;
        int x = 0;
        for (; x < Math.Min(step, width); x++)
        {
            Pixel(input, output, x, y, step, inverse);
        }

        for (; x + lanes + step <= width; x += lanes)
        {
            Vector(input, output, x, y, step, inverse);
        }

        for (; x < width; x++)
        {
            Pixel(input, output, x, y, step, inverse);
        }
    }

    /// <summary>Smooths eight pixels beside each other; all columns they reach must lie in the picture.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Vector(ColourPlanes input, ColourPlanes output, int x, int y, int step, float inverse)
    {
        ref float l = ref MemoryMarshal.GetReference(input.First);
        ref float a = ref MemoryMarshal.GetReference(input.Second);
        ref float b = ref MemoryMarshal.GetReference(input.Third);
        nuint at = (nuint)((y * input.Width) + x);
        Vector256<float> l0 = Vector256.LoadUnsafe(ref l, at);
        Vector256<float> a0 = Vector256.LoadUnsafe(ref a, at);
        Vector256<float> b0 = Vector256.LoadUnsafe(ref b, at);
        Vector256<float> sum = Vector256.Create(4f);
        Vector256<float> sumL = l0 * 4;
        Vector256<float> sumA = a0 * 4;
        Vector256<float> sumB = b0 * 4;
        for (int dy = -1; dy <= 1; dy++)
        {
            int row = Math.Clamp(y + (dy * step), 0, input.Height - 1) * input.Width;
            for (int dx = -1; dx <= 1; dx++)
            {
                if (dx == 0 && dy == 0)
                {
                    continue;
                }

                nuint other = (nuint)(row + x + (dx * step));
                Vector256<float> l1 = Vector256.LoadUnsafe(ref l, other);
                Vector256<float> a1 = Vector256.LoadUnsafe(ref a, other);
                Vector256<float> b1 = Vector256.LoadUnsafe(ref b, other);
                Vector256<float> dl = l1 - l0;
                Vector256<float> da = a1 - a0;
                Vector256<float> db = b1 - b0;
                Vector256<float> alike = Vector256.Max(Vector256<float>.Zero, Vector256.Create(1f) - (((dl * dl) + (da * da) + (db * db)) * inverse));
                Vector256<float> weight = alike * alike * (dx == 0 || dy == 0 ? 2f : 1f);
                sum += weight;
                sumL += weight * l1;
                sumA += weight * a1;
                sumB += weight * b1;
            }
        }

        (sumL / sum).StoreUnsafe(ref MemoryMarshal.GetReference(output.First), at);
        (sumA / sum).StoreUnsafe(ref MemoryMarshal.GetReference(output.Second), at);
        (sumB / sum).StoreUnsafe(ref MemoryMarshal.GetReference(output.Third), at);
    }

    /// <summary>The same for one pixel, with columns outside the picture read from its edge.</summary>
    internal static void Pixel(ColourPlanes input, ColourPlanes output, int x, int y, int step, float inverse)
    {
        int width = input.Width;
        int at = (y * width) + x;
        float l0 = input.First[at];
        float a0 = input.Second[at];
        float b0 = input.Third[at];
        float sum = 4;
        float sumL = l0 * 4;
        float sumA = a0 * 4;
        float sumB = b0 * 4;
        for (int dy = -1; dy <= 1; dy++)
        {
            int row = Math.Clamp(y + (dy * step), 0, input.Height - 1) * width;
            for (int dx = -1; dx <= 1; dx++)
            {
                if (dx == 0 && dy == 0)
                {
                    continue;
                }

                int other = row + Math.Clamp(x + (dx * step), 0, width - 1);
                float dl = input.First[other] - l0;
                float da = input.Second[other] - a0;
                float db = input.Third[other] - b0;
                float alike = Math.Max(0, 1 - (((dl * dl) + (da * da) + (db * db)) * inverse));
                float weight = alike * alike * (dx == 0 || dy == 0 ? 2f : 1f);
                sum += weight;
                sumL += weight * input.First[other];
                sumA += weight * input.Second[other];
                sumB += weight * input.Third[other];
            }
        }

        output.First[at] = sumL / sum;
        output.Second[at] = sumA / sum;
        output.Third[at] = sumB / sum;
    }
}

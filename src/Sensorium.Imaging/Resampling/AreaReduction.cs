using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sensorium.Imaging;

/// <summary>
/// Makes a picture smaller: each new pixel is the mean of the area it covers, pixels cut by its border counting by their share.
/// The mean is taken over the encoded values, which lie closer to even steps of lightness than light does; OpenCV's <c>INTER_AREA</c> does the same.
/// </summary>
public static class AreaReduction
{
    private const int RowsPerChunk = 8;

    // So many bytes add up within sixteen bits.
    private const int MostWhole = 257;

    /// <summary>Reduces a picture so that its longer side is at most <paramref name="longSide"/>; a smaller picture comes back as it is.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="longSide">At least 1.</param>
    /// <param name="threads">Most threads; 0 for one a core. The result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A picture of the same shape, each side rounded and at least 1.</returns>
    public static Picture ToLongSide(Picture picture, int longSide, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(longSide, 1);
        int most = Math.Max(picture.Width, picture.Height);
        if (most <= longSide)
        {
            return picture;
        }

        double scale = (double)longSide / most;
        int width = Math.Max(1, (int)Math.Round(picture.Width * scale));
        int height = Math.Max(1, (int)Math.Round(picture.Height * scale));
        return Reduce(picture, width, height, threads, cancellationToken);
    }

    /// <summary>Reduces a picture to a size.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="width">1 to the picture's width.</param>
    /// <param name="height">1 to the picture's height.</param>
    /// <param name="threads">Most threads; 0 for one a core. The result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A new picture.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is under 1 or over the picture's.</exception>
    public static Picture Reduce(Picture picture, int width, int height, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, picture.Width);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, picture.Height);
        var reduced = new Picture(width, height);
        ColumnSpan[] columns = ColumnSpan.All(picture.Width, width);
        FixedChunks.Run(height, RowsPerChunk, threads, Rows, cancellationToken);
        return reduced;

        void Rows(int chunk, int from, int to)
        {
            // One float more than a row, so that the last pixel can be read as four floats.
            int length = picture.Width * 3;
            float[] sums = ArrayPool<float>.Shared.Rent(length + 1);
            for (int y = from; y < to; y++)
            {
                AddRows(picture, (double)y * picture.Height / height, (double)(y + 1) * picture.Height / height, sums.AsSpan(0, length));
                sums[length] = 0;
                AddColumns(sums, columns, reduced.Row(y), (float)((double)width * height / ((double)picture.Width * picture.Height)));
            }

            ArrayPool<float>.Shared.Return(sums);
        }
    }

    /// <summary>Adds up the rows between two heights, the first and last by their share.</summary>
    private static void AddRows(Picture picture, double top, double bottom, Span<float> sums)
    {
        int first = (int)top;
        int end = Math.Min(picture.Height, (int)Math.Ceiling(bottom));
        float firstShare = (float)(Math.Min(bottom, first + 1) - top);
        float lastShare = end - 1 > first ? (float)(bottom - (end - 1)) : 0;
        int stride = picture.Width * 3;
        ReadOnlySpan<byte> firstRow = picture.Row(first);
        ReadOnlySpan<byte> lastRow = picture.Row(end - 1);

        // Sixteen columns at a time down all rows, so that the sums stay in registers.
        ref byte whole = ref MemoryMarshal.GetReference(picture.Pixels);
        int i = 0;
        for (; i + 16 <= stride; i += 16)
        {
            (Vector256<float> low, Vector256<float> high) = ToSingle(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(firstRow), (nuint)i));
            low *= firstShare;
            high *= firstShare;
            for (int row = first + 1; row < end - 1; row += MostWhole)
            {
                Vector256<ushort> sum = Vector256<ushort>.Zero;
                for (int inner = row; inner < Math.Min(end - 1, row + MostWhole); inner++)
                {
                    (Vector128<ushort> a, Vector128<ushort> b) = Vector128.Widen(Vector128.LoadUnsafe(ref whole, ((nuint)inner * (nuint)stride) + (nuint)i));
                    sum += Vector256.Create(a, b);
                }

                (Vector256<uint> c, Vector256<uint> d) = Vector256.Widen(sum);
                low += Vector256.ConvertToSingle(c.AsInt32());
                high += Vector256.ConvertToSingle(d.AsInt32());
            }

            (Vector256<float> lastLow, Vector256<float> lastHigh) = ToSingle(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(lastRow), (nuint)i));
            (low + (lastLow * lastShare)).CopyTo(sums[i..]);
            (high + (lastHigh * lastShare)).CopyTo(sums[(i + 8)..]);
        }

        for (; i < stride; i++)
        {
            float sum = firstRow[i] * firstShare;
            for (int row = first + 1; row < end - 1; row++)
            {
                sum += picture.Pixels[(row * stride) + i];
            }

            sums[i] = sum + (lastRow[i] * lastShare);
        }
    }

    private static (Vector256<float> Low, Vector256<float> High) ToSingle(Vector128<byte> bytes)
    {
        (Vector128<ushort> a, Vector128<ushort> b) = Vector128.Widen(bytes);
        (Vector256<uint> low, Vector256<uint> high) = Vector256.Widen(Vector256.Create(a, b));
        return (Vector256.ConvertToSingle(low.AsInt32()), Vector256.ConvertToSingle(high.AsInt32()));
    }

    private static void AddColumns(ReadOnlySpan<float> sums, ColumnSpan[] columns, Span<byte> row, float scale)
    {
        ref float source = ref MemoryMarshal.GetReference(sums);
        for (int x = 0; x < columns.Length; x++)
        {
            ColumnSpan span = columns[x];
            Vector128<float> sum = Vector128.LoadUnsafe(ref source, (nuint)(span.First * 3)) * span.FirstShare;
            for (int column = span.First + 1; column < span.Last; column++)
            {
                sum += Vector128.LoadUnsafe(ref source, (nuint)(column * 3));
            }

            if (span.Last > span.First)
            {
                sum += Vector128.LoadUnsafe(ref source, (nuint)(span.Last * 3)) * span.LastShare;
            }

            Vector128<int> mean = Vector128.ConvertToInt32(Vector128.Min((sum * scale) + Vector128.Create(0.5f), Vector128.Create(255f)));
            row[(x * 3) + 2] = (byte)mean[2];
            row[(x * 3) + 1] = (byte)mean[1];
            row[x * 3] = (byte)mean[0];
        }
    }

    /// <summary>Which columns of a picture a column of the reduced one covers.</summary>
    /// <param name="First">The first.</param>
    /// <param name="Last">The last.</param>
    /// <param name="FirstShare">How much of the first, 0..1.</param>
    /// <param name="LastShare">How much of the last where it is another.</param>
    private readonly record struct ColumnSpan(int First, int Last, float FirstShare, float LastShare)
    {
        public static ColumnSpan[] All(int sourceWidth, int width)
        {
            var columns = new ColumnSpan[width];
            for (int x = 0; x < width; x++)
            {
                double left = (double)x * sourceWidth / width;
                double right = (double)(x + 1) * sourceWidth / width;
                int first = (int)left;
                int last = Math.Min(sourceWidth, (int)Math.Ceiling(right)) - 1;
                columns[x] = new(first, last, (float)(Math.Min(right, first + 1) - left), (float)(right - last));
            }

            return columns;
        }
    }
}

namespace Sensorium.Media;

/// <summary>
/// Reduces a picture row by row by averaging areas: each target pixel is the mean of the source area it covers, source pixels on its
/// border counting by the share that lies inside. Whole numbers throughout, so that the result is exact and the same everywhere.
/// Values are averaged as they are stored (sRGB code values), as scaled JPEG decoding does, so that all formats agree.
/// Memory depends on the target only.
/// </summary>
internal sealed class AreaReducer
{
    private readonly int _sourceWidth;
    private readonly int _sourceHeight;
    private readonly Picture _target;
    private readonly AreaSpan[] _spans;
    private readonly uint[] _row;
    private readonly ulong[] _sums;
    private int _sourceY;

    /// <summary>Prepares to reduce.</summary>
    /// <param name="sourceWidth">Width of the rows that will come.</param>
    /// <param name="sourceHeight">How many rows will come.</param>
    /// <param name="targetWidth">Width of the result, at most <paramref name="sourceWidth"/>.</param>
    /// <param name="targetHeight">Height of the result, at most <paramref name="sourceHeight"/>.</param>
    public AreaReducer(int sourceWidth, int sourceHeight, int targetWidth, int targetHeight)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(targetWidth, sourceWidth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(targetHeight, sourceHeight);
        _sourceWidth = sourceWidth;
        _sourceHeight = sourceHeight;
        _target = new Picture(targetWidth, targetHeight);
        _spans = AreaSpan.All(sourceWidth, targetWidth);
        _row = new uint[targetWidth * 3];
        _sums = new ulong[targetWidth * 3];
    }

    /// <summary>The size that fits into a square without growing and keeps the proportions.</summary>
    /// <param name="width">Width, at least 1.</param>
    /// <param name="height">Height, at least 1.</param>
    /// <param name="longSide">The side of the square, at least 1.</param>
    /// <returns>The size, each side at least 1.</returns>
    public static (int Width, int Height) Fit(int width, int height, int longSide)
    {
        int longest = Math.Max(width, height);
        return longest <= longSide ? (width, height) : (Side(width, longSide, longest), Side(height, longSide, longest));
    }

    /// <summary>Reduces a whole picture.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="longSide">The longest side wanted.</param>
    /// <returns>The reduced picture, or the same one where it is small enough.</returns>
    public static Picture Reduce(Picture source, int longSide)
    {
        (int width, int height) = Fit(source.Width, source.Height, longSide);
        if (width == source.Width && height == source.Height)
        {
            return source;
        }

        var reducer = new AreaReducer(source.Width, source.Height, width, height);
        for (int y = 0; y < source.Height; y++)
        {
            reducer.AddRow(source.Row(y));
        }

        return reducer.Complete();
    }

    /// <summary>Takes the next row.</summary>
    /// <param name="rgb">R G B of every pixel.</param>
    public void AddRow(ReadOnlySpan<byte> rgb)
    {
        int targetHeight = _target.Height;
        if (targetHeight == _sourceHeight && _target.Width == _sourceWidth)
        {
            rgb.CopyTo(_target.Row(_sourceY++));
            return;
        }

        ReduceRow(rgb);
        long start = (long)_sourceY * targetHeight;
        int targetY = (int)(start / _sourceHeight);
        long left = ((targetY + 1L) * _sourceHeight) - start;
        Accumulate((ulong)Math.Min(left, targetHeight));
        if (left <= targetHeight)
        {
            Emit(targetY);
            if (left < targetHeight)
            {
                Accumulate((ulong)(targetHeight - left));
            }
        }

        _sourceY++;
    }

    /// <summary>The result, once every row has come.</summary>
    /// <returns>The reduced picture.</returns>
    public Picture Complete() => _sourceY == _sourceHeight
        ? _target
        : throw new InvalidOperationException($"{_sourceY} of {_sourceHeight} rows came.");

    private static int Side(int side, long longSide, long longest) =>
        (int)Math.Max(1, ((side * longSide) + (longest / 2)) / longest);

    private void ReduceRow(ReadOnlySpan<byte> rgb)
    {
        Span<uint> row = _row;
        uint whole = (uint)_target.Width;
        for (int t = 0; t < _spans.Length; t++)
        {
            ref readonly AreaSpan span = ref _spans[t];
            uint red = 0, green = 0, blue = 0;
            ReadOnlySpan<byte> inside = rgb.Slice(span.First * 3, span.Count * 3);
            for (int i = 0; i + 2 < inside.Length; i += 3)
            {
                red += inside[i];
                green += inside[i + 1];
                blue += inside[i + 2];
            }

            red *= whole;
            green *= whole;
            blue *= whole;
            if (span.Before != 0)
            {
                int at = (span.First - 1) * 3;
                red += rgb[at] * span.Before;
                green += rgb[at + 1] * span.Before;
                blue += rgb[at + 2] * span.Before;
            }

            if (span.After != 0)
            {
                int at = (span.First + span.Count) * 3;
                red += rgb[at] * span.After;
                green += rgb[at + 1] * span.After;
                blue += rgb[at + 2] * span.After;
            }

            row[t * 3] = red;
            row[(t * 3) + 1] = green;
            row[(t * 3) + 2] = blue;
        }
    }

    private void Accumulate(ulong weight)
    {
        uint[] row = _row;
        ulong[] sums = _sums;
        for (int i = 0; i < row.Length; i++)
        {
            sums[i] += row[i] * weight;
        }
    }

    private void Emit(int targetY)
    {
        ulong area = (ulong)_sourceWidth * (ulong)_sourceHeight;
        Span<byte> result = _target.Row(targetY);
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = (byte)((_sums[i] + (area / 2)) / area);
        }

        Array.Clear(_sums);
    }
}

namespace Sensorium.Media;

/// <summary>
/// Reduces a picture whose pixels come in any order, as those of an interlaced one do, to the same result as <see cref="AreaReducer"/>.
/// </summary>
internal sealed class ScatterReducer
{
    private readonly int _sourceWidth;
    private readonly int _sourceHeight;
    private readonly Picture _target;
    private readonly ulong[]? _sums;

    /// <summary>Prepares to reduce.</summary>
    /// <param name="sourceWidth">Width of the source.</param>
    /// <param name="sourceHeight">Height of the source.</param>
    /// <param name="targetWidth">Width of the result, at most <paramref name="sourceWidth"/>.</param>
    /// <param name="targetHeight">Height of the result, at most <paramref name="sourceHeight"/>.</param>
    public ScatterReducer(int sourceWidth, int sourceHeight, int targetWidth, int targetHeight)
    {
        _sourceWidth = sourceWidth;
        _sourceHeight = sourceHeight;
        _target = new Picture(targetWidth, targetHeight);
        _sums = targetWidth == sourceWidth && targetHeight == sourceHeight ? null : new ulong[(long)targetWidth * targetHeight * 3];
    }

    /// <summary>Takes some pixels of a row.</summary>
    /// <param name="y">The row.</param>
    /// <param name="x">Where the first pixel belongs.</param>
    /// <param name="step">How far apart the pixels belong.</param>
    /// <param name="rgb">R G B of the pixels.</param>
    public void Add(int y, int x, int step, ReadOnlySpan<byte> rgb)
    {
        if (_sums is null)
        {
            Span<byte> row = _target.Row(y);
            for (int at = 0; at < rgb.Length; at += 3, x += step)
            {
                rgb.Slice(at, 3).CopyTo(row[(x * 3)..]);
            }

            return;
        }

        (int cellY, ulong above, ulong below) = Share(y, _sourceHeight, _target.Height);
        for (int at = 0; at < rgb.Length; at += 3, x += step)
        {
            (int cellX, ulong left, ulong right) = Share(x, _sourceWidth, _target.Width);
            ReadOnlySpan<byte> pixel = rgb.Slice(at, 3);
            Put(cellX, cellY, pixel, left * above);
            Put(cellX + 1, cellY, pixel, right * above);
            Put(cellX, cellY + 1, pixel, left * below);
            Put(cellX + 1, cellY + 1, pixel, right * below);
        }
    }

    /// <summary>The result, once every pixel has come.</summary>
    /// <returns>The reduced picture.</returns>
    public Picture Complete()
    {
        if (_sums is not null)
        {
            ulong area = (ulong)_sourceWidth * (ulong)_sourceHeight;
            Span<byte> result = _target.Pixels;
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = (byte)((_sums[i] + (area / 2)) / area);
            }
        }

        return _target;
    }

    // How a source pixel is divided between two neighbouring target pixels; see AreaSpan for the unit.
    private static (int Cell, ulong First, ulong Second) Share(int at, long source, long target)
    {
        long start = at * target;
        long cell = start / source;
        long first = Math.Min(target, ((cell + 1) * source) - start);
        return ((int)cell, (ulong)first, (ulong)(target - first));
    }

    private void Put(int x, int y, ReadOnlySpan<byte> pixel, ulong weight)
    {
        if (weight != 0)
        {
            Span<ulong> sums = _sums.AsSpan(((y * _target.Width) + x) * 3, 3);
            sums[0] += pixel[0] * weight;
            sums[1] += pixel[1] * weight;
            sums[2] += pixel[2] * weight;
        }
    }
}

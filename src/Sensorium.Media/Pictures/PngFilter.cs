namespace Sensorium.Media;

/// <summary>The row filters of PNG (ISO/IEC 15948, section 9).</summary>
internal static class PngFilter
{
    /// <summary>Undoes a filter in place.</summary>
    /// <param name="filter">0 none, 1 sub, 2 up, 3 average, 4 Paeth.</param>
    /// <param name="row">The filtered bytes of the row, without the filter byte; the plain bytes afterwards.</param>
    /// <param name="previous">The plain bytes of the row above; zeros for the first row of a pass.</param>
    /// <param name="step">Bytes of a whole pixel, at least 1.</param>
    /// <returns>False where there is no such filter.</returns>
    public static bool Undo(byte filter, Span<byte> row, ReadOnlySpan<byte> previous, int step)
    {
        previous = previous[..row.Length];
        switch (filter)
        {
            case 0:
                return true;
            case 1:
                for (int i = step; i < row.Length; i++)
                {
                    row[i] += row[i - step];
                }

                return true;
            case 2:
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] += previous[i];
                }

                return true;
            case 3:
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] += (byte)(((i >= step ? row[i - step] : 0) + previous[i]) >> 1);
                }

                return true;
            case 4:
                UndoPaeth(row, previous, step);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The neighbour that is nearest to <c>left + up - corner</c>; ties go to left, then up.</summary>
    /// <param name="left">The byte to the left.</param>
    /// <param name="up">The byte above.</param>
    /// <param name="corner">The byte above and to the left.</param>
    /// <returns>One of the three.</returns>
    public static int Paeth(int left, int up, int corner)
    {
        int toLeft = Math.Abs(up - corner);
        int toUp = Math.Abs(left - corner);
        int toCorner = Math.Abs(left + up - corner - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static void UndoPaeth(Span<byte> row, ReadOnlySpan<byte> previous, int step)
    {
        int first = Math.Min(step, row.Length);
        for (int i = 0; i < first; i++)
        {
            row[i] += previous[i];
        }

        for (int i = step; i < row.Length; i++)
        {
            row[i] += (byte)Paeth(row[i - step], previous[i], previous[i - step]);
        }
    }
}

namespace Sensorium.Audio;

/// <summary>
/// How fast each number changes from frame to frame: the slope of the line that fits best (Savitzky and Golay, "Smoothing and differentiation of
/// data by simplified least squares procedures", Analytical Chemistry 36, 1964). At the ends, the line through the first or last frames counts,
/// as in librosa's <c>delta</c> with <c>mode="interp"</c>.
/// </summary>
public static class Deltas
{
    /// <summary>Takes the slopes.</summary>
    /// <param name="table">At least <paramref name="width"/> frames.</param>
    /// <param name="width">Frames that a line is fitted to, odd and at least 3. Default 9.</param>
    /// <returns>Change per frame, as many frames as the table.</returns>
    public static FrameTable Of(FrameTable table, int width = 9)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 3);
        ArgumentOutOfRangeException.ThrowIfZero(width & 1);
        if (table.FrameCount < width)
        {
            throw new ArgumentException($"There are {table.FrameCount} frames; at least {width} are needed, or a smaller width.", nameof(table));
        }

        int half = width / 2;
        float scale = (float)(3.0 / (half * (half + 1) * ((2 * half) + 1)));
        var result = new FrameTable(table.Width);
        for (int t = 0; t < table.FrameCount; t++)
        {
            int middle = Math.Clamp(t, half, table.FrameCount - 1 - half);
            Span<float> slopes = result.Add();
            for (int k = 1; k <= half; k++)
            {
                ReadOnlySpan<float> later = table[middle + k], earlier = table[middle - k];
                for (int i = 0; i < slopes.Length; i++)
                {
                    slopes[i] += k * scale * (later[i] - earlier[i]);
                }
            }
        }

        return result;
    }
}

namespace Sensorium.Audio;

/// <summary>The median of a window whose values are exchanged one by one: the values are kept in order.</summary>
internal static class SlidingMedian
{
    /// <summary>Puts one value in the place of another.</summary>
    /// <param name="sorted">The window in order.</param>
    /// <param name="old">A value in it.</param>
    /// <param name="fresh">The value that comes for it.</param>
    public static void Replace(Span<float> sorted, float old, float fresh)
    {
        int at = sorted.BinarySearch(old);
        at = at < 0 ? ~at : at;
        if (fresh > old)
        {
            for (; at < sorted.Length - 1 && sorted[at + 1] < fresh; at++)
            {
                sorted[at] = sorted[at + 1];
            }
        }
        else
        {
            for (; at > 0 && sorted[at - 1] > fresh; at--)
            {
                sorted[at] = sorted[at - 1];
            }
        }

        sorted[at] = fresh;
    }

    /// <summary>The place of a value beyond the ends, which are mirrored: -1 is 0, length is length - 1.</summary>
    public static int Mirror(int place, int length)
    {
        while (place < 0 || place >= length)
        {
            place = place < 0 ? -1 - place : (2 * length) - 1 - place;
        }

        return place;
    }
}

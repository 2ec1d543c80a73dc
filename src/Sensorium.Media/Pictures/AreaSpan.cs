namespace Sensorium.Media;

/// <summary>
/// Which source pixels a target pixel covers along one axis. Lengths are counted so that a source pixel is as long as there are target
/// pixels, and a target pixel as long as there are source pixels.
/// </summary>
/// <param name="First">The first source pixel that lies wholly inside.</param>
/// <param name="Count">How many lie wholly inside; 0 where none does.</param>
/// <param name="Before">How much of the pixel before <paramref name="First"/> lies inside; 0 for none.</param>
/// <param name="After">How much of the pixel behind the whole ones lies inside; 0 for none.</param>
internal readonly record struct AreaSpan(int First, int Count, uint Before, uint After)
{
    /// <summary>The spans of an axis.</summary>
    /// <param name="source">Source pixels, at least <paramref name="target"/>.</param>
    /// <param name="target">Target pixels.</param>
    /// <returns>One span for each target pixel.</returns>
    public static AreaSpan[] All(int source, int target)
    {
        var spans = new AreaSpan[target];
        for (int t = 0; t < target; t++)
        {
            long start = (long)t * source;
            long end = start + source;
            int first = (int)((start + target - 1) / target);
            int last = (int)(end / target);
            spans[t] = new AreaSpan(
                first,
                last - first,
                (uint)(((long)first * target) - start),
                (uint)(end - ((long)last * target)));
        }

        return spans;
    }
}

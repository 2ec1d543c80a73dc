namespace Sensorium.Imaging;

/// <summary>
/// Connected components of equal labels, 4-connected: pixels belong together when they share a side, not a corner only.
/// Two scans with union-find (Rosenfeld &amp; Pfaltz, "Sequential operations in digital picture processing", JACM 13, 1966).
/// </summary>
internal static class ConnectedComponents
{
    /// <summary>Numbers the components in the order of their first pixels.</summary>
    /// <param name="labels">A label for each pixel: <c>[height x width]</c>.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="components">Where the component of each pixel goes: <c>[height x width]</c>.</param>
    /// <returns>How many components there are.</returns>
    public static int Find<T>(ReadOnlySpan<T> labels, int width, Span<int> components)
        where T : struct, IEquatable<T>
    {
        for (int i = 0; i < labels.Length; i++)
        {
            Join(components, i, width, i % width != 0 && labels[i - 1].Equals(labels[i]), i >= width && labels[i - width].Equals(labels[i]));
        }

        return Number(components);
    }

    /// <summary>The same for pixels that carry marks where they hang together with the next.</summary>
    /// <param name="marks">Marks of each pixel: <c>[height x width]</c>.</param>
    /// <param name="right">The mark of a link to the pixel on the right; no pixel of the last column carries it.</param>
    /// <param name="down">The mark of a link to the pixel below; no pixel of the last row carries it.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="components">Where the component of each pixel goes: <c>[height x width]</c>.</param>
    /// <returns>How many components there are.</returns>
    public static int FindLinked(ReadOnlySpan<byte> marks, byte right, byte down, int width, Span<int> components)
    {
        for (int i = 0; i < marks.Length; i++)
        {
            Join(components, i, width, i > 0 && (marks[i - 1] & right) != 0, i >= width && (marks[i - width] & down) != 0);
        }

        return Number(components);
    }

    /// <summary>
    /// Joins the smallest components to whatever lies left of (or above) their first pixels until no more than <paramref name="most"/> are left, so that
    /// pure noise does not make a graph of millions of nodes. Pictures of things stay far below and are not touched.
    /// </summary>
    /// <param name="components">The component of each pixel, numbered in the order of first pixels: <c>[height x width]</c>.</param>
    /// <param name="count">How many components there are.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="most">Most components left, at least 1.</param>
    /// <returns>How many are left.</returns>
    public static int Limit(Span<int> components, int count, int width, int most)
    {
        for (int smallest = 2; count > most; smallest *= 2)
        {
            int[] pixels = new int[count];
            int[] joined = new int[count];
            Array.Fill(joined, -1);
            foreach (int component in components)
            {
                pixels[component]++;
            }

            // Components are met in the order of their numbers, so the one to the left or above already has its new number.
            int left = 0;
            for (int i = 0; i < components.Length; i++)
            {
                int component = components[i];
                if (joined[component] < 0)
                {
                    joined[component] = pixels[component] >= smallest || i == 0 ? left++ : joined[Before(components, i, width)];
                }
            }

            for (int i = 0; i < components.Length; i++)
            {
                components[i] = joined[components[i]];
            }

            count = left;
        }

        return count;
    }

    /// <summary>Until the pixels are numbered, each holds the index of an earlier pixel of its component, or its own.</summary>
    private static void Join(Span<int> components, int i, int width, bool withLeft, bool withAbove)
    {
        if (withLeft && withAbove)
        {
            int left = Root(components, i - 1);
            int above = Root(components, i - width);
            int root = Math.Min(left, above);
            components[Math.Max(left, above)] = root;
            components[i] = root;
        }
        else
        {
            components[i] = withLeft ? components[i - 1] : withAbove ? components[i - width] : i;
        }
    }

    private static int Number(Span<int> components)
    {
        int count = 0;
        for (int i = 0; i < components.Length; i++)
        {
            // An earlier pixel already holds its final number, stored as its complement to tell it from an index.
            components[i] = components[i] == i ? ~count++ : components[components[i]];
        }

        for (int i = 0; i < components.Length; i++)
        {
            components[i] = ~components[i];
        }

        return count;
    }

    private static int Before(ReadOnlySpan<int> components, int i, int width) => components[i % width != 0 ? i - 1 : i - width];

    private static int Root(Span<int> parents, int i)
    {
        while (parents[i] != i)
        {
            parents[i] = parents[parents[i]];
            i = parents[i];
        }

        return i;
    }
}

namespace Sensorium.Imaging;

/// <summary>
/// First regions: connected pixels of one colour cluster with no edge between them, without the thin threads that would tie two things together.
/// </summary>
/// <remarks>
/// Each cluster is opened with a square of 3 x 3 pixels (opening: Serra, Image Analysis and Mathematical Morphology, 1982), so that a bridge of one or two
/// pixels does not connect. What the opening leaves out, mostly the blend along an edge, then joins the core beside it that looks most like it, one pixel
/// deep at a time. Texture too fine for any core keeps the components of its clusters.
/// </remarks>
internal static class RegionCores
{
    private const int GrowthDepth = 3;

    /// <summary>A pixel that differs by more from every core beside it is no blend of two, but something else.</summary>
    private const float FurthestGrowth = 0.41f;

    private const byte Right = 1;
    private const byte Down = 2;
    private const byte Square = 4;
    private const byte Core = 8;

    /// <summary>Numbers the first regions, each 4-connected.</summary>
    /// <param name="clusters">The colour cluster of each pixel: <c>[height x width]</c>.</param>
    /// <param name="smooth">OKLab of the smoothed picture with chroma weighted.</param>
    /// <param name="edge">Difference between pixels side by side from which there is an edge.</param>
    /// <param name="labels">Where the region of each pixel goes: <c>[height x width]</c>.</param>
    /// <returns>How many regions there are.</returns>
    public static int Find(ReadOnlySpan<byte> clusters, ColourPlanes smooth, float edge, int[] labels)
    {
        int width = smooth.Width;
        byte[] marks = Links(clusters, smooth, edge);
        MarkCores(marks, width, smooth.Height);
        KeepLinksWithin(marks, width);
        int count = ConnectedComponents.FindLinked(marks, Right, Down, width, labels);
        return Grow(marks, smooth, labels) ? ConnectedComponents.Find<int>([.. labels], width, labels) : count;
    }

    /// <summary>Marks where a pixel hangs together with the one to its right and the one below.</summary>
    private static byte[] Links(ReadOnlySpan<byte> clusters, ColourPlanes smooth, float edge)
    {
        int width = smooth.Width;
        byte[] marks = new byte[clusters.Length];
        ReadOnlySpan<float> l = smooth.First;
        ReadOnlySpan<float> a = smooth.Second;
        ReadOnlySpan<float> b = smooth.Third;
        float limit = edge * edge;
        for (int y = 0, i = 0; y < smooth.Height; y++)
        {
            for (int x = 0; x < width; x++, i++)
            {
                bool right = x + 1 < width && clusters[i] == clusters[i + 1] && Squared(l, a, b, i, i + 1) < limit;
                bool down = y + 1 < smooth.Height && clusters[i] == clusters[i + width] && Squared(l, a, b, i, i + width) < limit;
                marks[i] = (byte)((right ? Right : 0) | (down ? Down : 0));
            }
        }

        return marks;
    }

    /// <summary>Marks every pixel that lies in a square of 3 x 3 pixels which all hang together.</summary>
    private static void MarkCores(byte[] marks, int width, int height)
    {
        for (int y = 0; y + 1 < height; y++)
        {
            for (int i = y * width; i + 1 < (y + 1) * width; i++)
            {
                bool square = (marks[i] & marks[i + width] & Right) != 0 && (marks[i] & marks[i + 1] & Down) != 0;
                marks[i] |= square ? Square : (byte)0;
            }
        }

        for (int y = 0; y + 2 < height; y++)
        {
            for (int i = y * width; i + 2 < (y + 1) * width; i++)
            {
                if ((marks[i] & marks[i + 1] & marks[i + width] & marks[i + width + 1] & Square) != 0)
                {
                    for (int row = i; row <= i + (2 * width); row += width)
                    {
                        marks[row] |= Core;
                        marks[row + 1] |= Core;
                        marks[row + 2] |= Core;
                    }
                }
            }
        }
    }

    /// <summary>Cuts the links between cores and what is not.</summary>
    private static void KeepLinksWithin(byte[] marks, int width)
    {
        for (int i = 0; i < marks.Length; i++)
        {
            if ((marks[i] & Right) != 0 && ((marks[i] ^ marks[i + 1]) & Core) != 0)
            {
                marks[i] &= unchecked((byte)~Right);
            }

            if ((marks[i] & Down) != 0 && ((marks[i] ^ marks[i + width]) & Core) != 0)
            {
                marks[i] &= unchecked((byte)~Down);
            }
        }
    }

    /// <summary>Lets cores take the pixels beside them; returns whether any was taken.</summary>
    private static bool Grow(byte[] marks, ColourPlanes smooth, int[] labels)
    {
        int width = smooth.Width;
        var taken = new List<(int Pixel, int Label)>();
        bool any = false;
        for (int depth = 0; depth < GrowthDepth; depth++)
        {
            taken.Clear();
            for (int y = 0, i = 0; y < smooth.Height; y++)
            {
                for (int x = 0; x < width; x++, i++)
                {
                    if ((marks[i] & Core) == 0 && MostAlike(marks, smooth, x, y) is int near and >= 0)
                    {
                        taken.Add((i, labels[near]));
                    }
                }
            }

            foreach ((int pixel, int label) in taken)
            {
                labels[pixel] = label;
                marks[pixel] |= Core;
            }

            any |= taken.Count > 0;
        }

        return any;
    }

    /// <summary>The pixel of a core beside this one that looks most like it; -1 where none looks like it at all.</summary>
    private static int MostAlike(byte[] marks, ColourPlanes smooth, int x, int y)
    {
        int width = smooth.Width;
        int i = (y * width) + x;
        int best = -1;
        float least = FurthestGrowth * FurthestGrowth;
        Try(x > 0, i - 1);
        Try(y > 0, i - width);
        Try(x + 1 < width, i + 1);
        Try(y + 1 < smooth.Height, i + width);
        return best;

        void Try(bool inside, int other)
        {
            if (inside && (marks[other] & Core) != 0)
            {
                float squared = Squared(smooth.First, smooth.Second, smooth.Third, i, other);
                if (squared < least)
                {
                    least = squared;
                    best = other;
                }
            }
        }
    }

    private static float Squared(ReadOnlySpan<float> l, ReadOnlySpan<float> a, ReadOnlySpan<float> b, int i, int j)
    {
        float dl = l[i] - l[j];
        float da = a[i] - a[j];
        float db = b[i] - b[j];
        return (dl * dl) + (da * da) + (db * db);
    }
}

namespace Sensorium.Imaging;

/// <summary>
/// Many small dots on one ground, as on the plates of colour-vision tests, in halftones and mosaics: what a person sees there are not the dots but the areas
/// that dots of like colours form.
/// </summary>
/// <remarks>
/// Where there is such a pattern, every pixel near dots takes the mean colour of the dots around it (normalized convolution: Knutsson &amp; Westin, "Normalized
/// and differential convolution", CVPR 1993, with a triple box as the window), and the ground between them vanishes. Elsewhere the picture stays as it is.
/// </remarks>
internal static class DotPattern
{
    private const int FewestDots = 200;
    private const double LeastShare = 0.2;
    private const double LargestDotShare = 0.012;
    private const int SmallestDotPixels = 4;

    /// <summary>Share of a dot's border that touches the ground, and that touches the ground or other dots: crowded dots touch each other.</summary>
    private const double OnGround = 0.2;
    private const double OnGroundOrDots = 0.8;

    /// <summary>Difference in OKLab, chroma weighted, up to which a region is a piece of the ground.</summary>
    private const float GroundDifference = 0.06f;

    /// <summary>Weighted share of dots around a pixel from which it belongs to the pattern.</summary>
    private const float Covered = 0.25f;

    /// <summary>Fills the ground between dots.</summary>
    /// <param name="planes">The picture's colours.</param>
    /// <param name="labels">The first region of each pixel: <c>[height x width]</c>.</param>
    /// <param name="count">How many first regions there are.</param>
    /// <returns>The colours with the pattern filled, or null where there is none.</returns>
    public static ColourPlanes? Fill(ColourPlanes planes, int[] labels, int count)
    {
        bool[] isDot = FindDots(planes, labels, count, out int dots, out long pixels);
        if (dots < FewestDots || pixels < LeastShare * labels.Length)
        {
            return null;
        }

        // Dots cover about half of a pattern: their distance is the root of twice their area.
        int radius = Math.Max(1, (int)Math.Round(Math.Sqrt(2.0 * pixels / dots) / 2));
        int width = planes.Width;
        float[] weight = new float[labels.Length];
        for (int i = 0; i < weight.Length; i++)
        {
            weight[i] = isDot[labels[i]] ? 1 : 0;
        }

        float[] coverage = Blur([.. weight], width, radius);
        var filled = new ColourPlanes(width, planes.Height, planes.Space);
        FillPlane(planes.First, filled.First, weight, coverage, width, radius);
        FillPlane(planes.Second, filled.Second, weight, coverage, width, radius);
        FillPlane(planes.Third, filled.Third, weight, coverage, width, radius);
        return filled;
    }

    /// <summary>Small first regions that touch hardly anything but the one ground that small regions touch most.</summary>
    private static bool[] FindDots(ColourPlanes planes, int[] labels, int count, out int dots, out long pixels)
    {
        int width = planes.Width;
        (int[] sizes, float[] l, float[] a, float[] b) = Means(planes, labels, count);
        int largest = Math.Max(SmallestDotPixels, (int)(LargestDotShare * labels.Length));
        int[] border = new int[count];
        int[] touched = new int[count];
        ForEachBorder(labels, width, (from, to) =>
        {
            border[from]++;
            touched[to] += sizes[from] <= largest && sizes[to] > largest ? 1 : 0;
        });
        int ground = Array.IndexOf(touched, touched.Max());

        // Crowded dots may enclose pieces of the ground; they are known by their colour.
        bool[] isGround = new bool[count];
        for (int i = 0; i < count; i++)
        {
            float dl = l[i] - l[ground];
            float da = a[i] - a[ground];
            float db = b[i] - b[ground];
            isGround[i] = (dl * dl) + (da * da) + (db * db) < GroundDifference * GroundDifference;
        }

        int[] onGround = new int[count];
        int[] onDots = new int[count];
        ForEachBorder(labels, width, (from, to) =>
        {
            onGround[from] += isGround[to] ? 1 : 0;
            onDots[from] += !isGround[to] && sizes[to] <= largest ? 1 : 0;
        });

        bool[] isDot = new bool[count];
        (dots, pixels) = (0, 0);
        for (int i = 0; i < count; i++)
        {
            isDot[i] = !isGround[i] && sizes[i] <= largest
                && onGround[i] >= OnGround * border[i] && onGround[i] + onDots[i] >= OnGroundOrDots * border[i];
            dots += isDot[i] && sizes[i] >= SmallestDotPixels ? 1 : 0;
            pixels += isDot[i] ? sizes[i] : 0;
        }

        return isDot;
    }

    private static (int[] Sizes, float[] L, float[] A, float[] B) Means(ColourPlanes planes, int[] labels, int count)
    {
        int[] sizes = new int[count];
        float[][] means = [new float[count], new float[count], new float[count]];
        for (int i = 0; i < labels.Length; i++)
        {
            sizes[labels[i]]++;
            means[0][labels[i]] += planes.First[i];
            means[1][labels[i]] += planes.Second[i];
            means[2][labels[i]] += planes.Third[i];
        }

        for (int i = 0; i < count; i++)
        {
            int size = Math.Max(1, sizes[i]);
            means[0][i] /= size;
            means[1][i] /= size;
            means[2][i] /= size;
        }

        return (sizes, means[0], means[1], means[2]);
    }

    /// <summary>Calls back for each pair of unlike pixels side by side, in both orders.</summary>
    private static void ForEachBorder(int[] labels, int width, Action<int, int> visit)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if ((i + 1) % width != 0 && labels[i] != labels[i + 1])
            {
                visit(labels[i], labels[i + 1]);
                visit(labels[i + 1], labels[i]);
            }

            if (i + width < labels.Length && labels[i] != labels[i + width])
            {
                visit(labels[i], labels[i + width]);
                visit(labels[i + width], labels[i]);
            }
        }
    }

    private static void FillPlane(ReadOnlySpan<float> plane, Span<float> filled, float[] weight, float[] coverage, int width, int radius)
    {
        float[] sums = new float[weight.Length];
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = plane[i] * weight[i];
        }

        sums = Blur(sums, width, radius);
        for (int i = 0; i < sums.Length; i++)
        {
            filled[i] = coverage[i] >= Covered ? sums[i] / coverage[i] : plane[i];
        }
    }

    /// <summary>Three box means in each direction, near to a Gaussian; outside the picture there is nothing.</summary>
    private static float[] Blur(float[] values, int width, int radius)
    {
        int height = values.Length / width;
        float[] other = new float[values.Length];
        for (int pass = 0; pass < 3; pass++)
        {
            for (int y = 0; y < height; y++)
            {
                Box(values, other, y * width, 1, width, radius);
            }

            for (int x = 0; x < width; x++)
            {
                Box(other, values, x, width, height, radius);
            }
        }

        return values;
    }

    private static void Box(float[] from, float[] to, int start, int step, int length, int radius)
    {
        double sum = 0;
        for (int i = 0; i < Math.Min(radius, length); i++)
        {
            sum += from[start + (i * step)];
        }

        for (int i = 0; i < length; i++)
        {
            sum += i + radius < length ? from[start + ((i + radius) * step)] : 0;
            sum -= i - radius - 1 >= 0 ? from[start + ((i - radius - 1) * step)] : 0;
            to[start + (i * step)] = (float)(sum / ((2 * radius) + 1));
        }
    }
}

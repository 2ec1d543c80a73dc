using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>
/// Gathers many colours into few by k-means in OKLab with chroma doubled, as <see cref="RegionFinder"/> weighs it. The start is not drawn: the
/// commonest colour, then again and again that whose weight times squared distance from those chosen is the most. In the end shades that a
/// person would give one name become one.
/// </summary>
internal static class ColourClusters
{
    private const int Most = 6;
    private const int Rounds = 8;
    private const float ChromaWeight = 2;

    // Squared distance under which two colours are shades of one: a tenth of the way from black to white.
    private const float Alike = 0.01f;

    /// <summary>Gathers colours.</summary>
    /// <param name="colours">At least one, none without weight.</param>
    /// <returns>At most six, none empty, whose weights add up to those of all.</returns>
    public static WeighedColour[] Find(IReadOnlyList<WeighedColour> colours)
    {
        OkLab[] places = [.. colours.Select(colour => colour.Mean)];
        OkLab[] centres = Start(colours, places);
        WeighedColour[] clusters = Gather(colours, places, centres);
        for (int round = 1; round < Rounds; round++)
        {
            centres = [.. clusters.Select(cluster => cluster.Mean)];
            clusters = Gather(colours, places, centres);
        }

        return Merge([.. clusters]);
    }

    private static WeighedColour[] Merge(List<WeighedColour> clusters)
    {
        while (true)
        {
            (int First, int Second) pair = default;
            float least = Alike;
            for (int i = 0; i < clusters.Count; i++)
            {
                for (int j = i + 1; j < clusters.Count; j++)
                {
                    float distance = Distance(clusters[i].Mean, clusters[j].Mean);
                    pair = distance < least ? (i, j) : pair;
                    least = MathF.Min(least, distance);
                }
            }

            if (pair.Second == 0)
            {
                return [.. clusters];
            }

            WeighedColour sum = clusters[pair.First];
            sum.Add(clusters[pair.Second]);
            clusters[pair.First] = sum;
            clusters.RemoveAt(pair.Second);
        }
    }

    private static OkLab[] Start(IReadOnlyList<WeighedColour> colours, OkLab[] places)
    {
        // To begin with all are as far away as each other, so that weight alone decides.
        float[] distances = new float[places.Length];
        Array.Fill(distances, 1);
        List<OkLab> centres = [];
        while (centres.Count < Math.Min(Most, places.Length))
        {
            int next = 0;
            for (int i = 1; i < places.Length; i++)
            {
                next = colours[i].Weight * distances[i] > colours[next].Weight * distances[next] ? i : next;
            }

            centres.Add(places[next]);
            for (int i = 0; i < places.Length; i++)
            {
                float distance = Distance(places[i], places[next]);
                distances[i] = centres.Count == 1 ? distance : MathF.Min(distances[i], distance);
            }
        }

        return [.. centres];
    }

    private static WeighedColour[] Gather(IReadOnlyList<WeighedColour> colours, OkLab[] places, OkLab[] centres)
    {
        WeighedColour[] clusters = new WeighedColour[centres.Length];
        for (int i = 0; i < places.Length; i++)
        {
            int nearest = 0;
            float least = float.PositiveInfinity;
            for (int k = 0; k < centres.Length; k++)
            {
                float distance = Distance(places[i], centres[k]);
                nearest = distance < least ? k : nearest;
                least = MathF.Min(least, distance);
            }

            clusters[nearest].Add(colours[i]);
        }

        return [.. clusters.Where(cluster => cluster.Weight > 0)];
    }

    private static float Distance(OkLab x, OkLab y)
    {
        float l = x.L - y.L, a = ChromaWeight * (x.A - y.A), b = ChromaWeight * (x.B - y.B);
        return (l * l) + (a * a) + (b * b);
    }
}

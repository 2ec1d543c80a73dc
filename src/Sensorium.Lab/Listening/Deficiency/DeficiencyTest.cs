using Sensorium.Imaging;

namespace Sensorium.Lab.Listening;

/// <summary>Finds the colours that somebody confuses and ranks how far apart they sound among all pairs.</summary>
internal static class DeficiencyTest
{
    /// <summary>Two colours that differ by less look alike.</summary>
    public const double Alike = 5;

    /// <summary>Two colours that differ by more look different.</summary>
    public const double Different = 20;

    /// <summary>Ranks the confused pairs of one kind of vision.</summary>
    /// <param name="vision">The kind of vision.</param>
    /// <param name="colours">The colours.</param>
    /// <param name="distances">Distance of the sounds of two colours in colour-blind mode, mean over pictures: <c>[colours x colours]</c>.</param>
    /// <param name="normalDistances">The same in normal mode.</param>
    /// <returns>The result.</returns>
    public static DeficiencyResult Run(ColourVision vision, IReadOnlyList<OkLab> colours, double[,] distances, double[,] normalDistances)
    {
        Rgb[] rgb = [.. colours.Select(ColourConversion.ToRgb)];
        CieLab[] real = [.. rgb.Select(ColourConversion.ToCieLab)];
        CieLab[] seen = [.. rgb.Select(colour => ColourConversion.ToCieLab(DeficiencySimulation.Simulate(colour, vision)))];
        double[] all = Sorted(distances);
        double[] normal = Sorted(normalDistances);
        List<ColourPair> confused = [];
        for (int i = 0; i < rgb.Length; i++)
        {
            for (int j = i + 1; j < rgb.Length; j++)
            {
                double trueDifference = CieDe2000.Difference(real[i], real[j]);
                double seenDifference = CieDe2000.Difference(seen[i], seen[j]);
                if (trueDifference > Different && seenDifference < Alike)
                {
                    confused.Add(new ColourPair
                    {
                        First = rgb[i],
                        Second = rgb[j],
                        TrueDifference = trueDifference,
                        SeenDifference = seenDifference,
                        Distance = distances[i, j],
                        Rank = Rank(all, distances[i, j]),
                        NormalDistance = normalDistances[i, j],
                        NormalRank = Rank(normal, normalDistances[i, j]),
                    });
                }
            }
        }

        return new DeficiencyResult
        {
            Vision = vision,
            Colours = rgb.Length,
            Pairs = all.Length,
            MedianDistance = Median(all),
            NormalMedianDistance = Median(normal),
            Confused = [.. confused.OrderBy(pair => pair.Rank)],
        };
    }

    /// <summary>Distances of all pairs of whitened sounds, added to what is there.</summary>
    /// <param name="sounds">One vector a colour.</param>
    /// <param name="weight">What each distance is multiplied by.</param>
    /// <param name="distances">Receives the sums: <c>[colours x colours]</c>.</param>
    public static void AddDistances(IReadOnlyList<double[]> sounds, double weight, double[,] distances)
    {
        for (int i = 0; i < sounds.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double distance = weight * System.Numerics.Tensors.TensorPrimitives.Distance(sounds[i], sounds[j]);
                distances[i, j] += distance;
                distances[j, i] += distance;
            }
        }
    }

    private static double[] Sorted(double[,] distances)
    {
        List<double> all = [];
        for (int i = 0; i < distances.GetLength(0); i++)
        {
            for (int j = 0; j < i; j++)
            {
                all.Add(distances[i, j]);
            }
        }

        all.Sort();
        return [.. all];
    }

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static double Rank(double[] sorted, double value)
    {
        int at = Array.BinarySearch(sorted, value);
        return (double)(at < 0 ? ~at : at) / sorted.Length;
    }
}

using System.Buffers;

namespace Sensorium.Imaging;

/// <summary>Greedy k-means++: each further centre is drawn with a chance proportional to its squared distance from the centres so far, a few times, and the draw that lowers the inertia most is kept.</summary>
internal static class KMeansSeeding
{
    private const int Draws = 3;

    /// <summary>Draws starting centres; fewer than asked for where the sample has fewer different points.</summary>
    /// <returns>Centres: <c>[clusters x 3]</c>.</returns>
    public static float[] PlusPlus(KMeansSample sample, int clusters, Pcg32 random)
    {
        int count = sample.Count;
        float[] buffer = ArrayPool<float>.Shared.Rent(3 * count);
        Span<float> nearest = buffer.AsSpan(0, count);
        Span<float> candidate = buffer.AsSpan(count, count);
        Span<float> best = buffer.AsSpan(2 * count, count);
        nearest.Fill(float.PositiveInfinity);
        var centres = new List<float>(clusters * 3);
        double total = Take(random.Next(count), nearest, nearest);
        while (centres.Count < clusters * 3 && total > 0)
        {
            double least = double.PositiveInfinity;
            int chosen = -1;
            for (int draw = 0; draw < Draws; draw++)
            {
                int point = Pick(nearest, random.NextDouble() * total);
                double sum = Distances(sample, point, nearest, candidate);
                if (sum < least)
                {
                    least = sum;
                    chosen = point;
                    candidate.CopyTo(best);
                }
            }

            total = least;
            best.CopyTo(nearest);
            Keep(chosen);
        }

        ArrayPool<float>.Shared.Return(buffer);
        return [.. centres];

        double Take(int point, ReadOnlySpan<float> before, Span<float> after)
        {
            Keep(point);
            return Distances(sample, point, before, after);
        }

        void Keep(int point)
        {
            centres.Add(sample.X[point]);
            centres.Add(sample.Y[point]);
            centres.Add(sample.Z[point]);
        }
    }

    private static double Distances(KMeansSample sample, int point, ReadOnlySpan<float> before, Span<float> after)
    {
        ReadOnlySpan<float> x = sample.X;
        ReadOnlySpan<float> y = sample.Y;
        ReadOnlySpan<float> z = sample.Z;
        float cx = x[point];
        float cy = y[point];
        float cz = z[point];
        double sum = 0;
        for (int i = 0; i < after.Length; i++)
        {
            float dx = x[i] - cx;
            float dy = y[i] - cy;
            float dz = z[i] - cz;
            float distance = Math.Min(before[i], (dx * dx) + (dy * dy) + (dz * dz));
            after[i] = distance;
            sum += distance;
        }

        return sum;
    }

    private static int Pick(ReadOnlySpan<float> weights, double at)
    {
        int last = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0)
            {
                last = i;
                at -= weights[i];
                if (at < 0)
                {
                    return i;
                }
            }
        }

        return last;
    }
}

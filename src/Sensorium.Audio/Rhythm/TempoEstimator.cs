namespace Sensorium.Audio;

/// <summary>
/// The tempo of an onset curve: the lag after which, and after whose multiples, it repeats best, with a log-normal prior, moved to the fastest level of
/// the metre that repeats nearly as well - the rule that tells 200 beats a minute from 100 - and refined at the lag's multiples. Multiples count since a
/// rhythm in dotted notes repeats once after three quavers, but not after six and nine.
/// </summary>
internal static class TempoEstimator
{
    private const double LongestSeconds = 8;
    private const double NearlyAsWell = 0.8;
    private const int Multiples = 4;

    /// <summary>Finds the period.</summary>
    /// <param name="onsets">Onset strength around 0.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    /// <param name="options">Range and prior.</param>
    /// <returns>Frames of a beat and how well they repeat; 0 where nothing does.</returns>
    public static (double Period, double Strength) Find(ReadOnlySpan<float> onsets, double framesPerSecond, BeatOptions options)
    {
        int shortest = Math.Max(2, (int)Math.Floor(60 * framesPerSecond / options.FastestTempo));
        int longest = (int)Math.Ceiling(60 * framesPerSecond / options.SlowestTempo);
        int most = Math.Min(onsets.Length - 1, Math.Max(longest + 2, (int)(LongestSeconds * framesPerSecond)));
        if (most <= shortest + 1)
        {
            return default;
        }

        float[] curve = Smooth(Periodicity.Of(onsets, most));
        int best = 0;
        double bestScore = 0;
        for (int lag = shortest; lag <= Math.Min(longest, most - 1); lag++)
        {
            double octaves = Math.Log2(60 * framesPerSecond / lag / options.LikelyTempo) / options.TempoSpread;
            bool isPeak = curve[lag] > curve[lag - 1] && curve[lag] >= curve[lag + 1];
            double score = isPeak ? Comb(curve, lag) * Math.Exp(-0.5 * octaves * octaves) : 0;
            (best, bestScore) = score > bestScore ? (lag, score) : (best, bestScore);
        }

        if (best == 0)
        {
            return default;
        }

        int level = Fastest(curve, best, shortest);
        return (Refine(curve, level), Math.Clamp(curve[level], 0, 1));
    }

    // How well the curve repeats after the lag and its first multiples, on average.
    private static double Comb(float[] curve, int lag)
    {
        double sum = 0;
        int count = 0;
        for (int k = 1; k <= Multiples && k * lag < curve.Length - 2; k++, count++)
        {
            sum += curve[Peak(curve, k * lag)];
        }

        return sum / Math.Max(1, count);
    }

    // Of the lag and its halves, thirds and quarters, the shortest that repeats nearly as well.
    private static int Fastest(float[] curve, int lag, int shortest)
    {
        for (int part = 4; part > 1; part--)
        {
            int near = Peak(curve, (double)lag / part);
            if (near >= shortest && curve[near] >= NearlyAsWell * curve[lag])
            {
                return near;
            }
        }

        return lag;
    }

    // At k periods, the top's place is k times as exact.
    private static double Refine(float[] curve, int lag)
    {
        double period = Top(curve, lag);
        for (int k = 2; k * period < curve.Length - 2; k++)
        {
            int near = Peak(curve, k * period);
            if (curve[near] < 0.5 * curve[lag] || Math.Abs(near - (k * period)) > 2)
            {
                break;
            }

            period = Top(curve, near) / k;
        }

        return period;
    }

    private static int Peak(float[] curve, double place)
    {
        int at = Math.Clamp((int)Math.Round(place), 1, curve.Length - 2);
        int best = at;
        for (int lag = Math.Max(1, at - 2); lag <= Math.Min(curve.Length - 2, at + 2); lag++)
        {
            best = curve[lag] > curve[best] ? lag : best;
        }

        return best;
    }

    private static double Top(float[] curve, int lag) => lag + Parabola.Vertex(curve[lag - 1], curve[lag], curve[lag + 1]);

    private static float[] Smooth(float[] curve)
    {
        var result = (float[])curve.Clone();
        for (int lag = 1; lag < curve.Length - 1; lag++)
        {
            result[lag] = (0.25f * curve[lag - 1]) + (0.5f * curve[lag]) + (0.25f * curve[lag + 1]);
        }

        return result;
    }
}

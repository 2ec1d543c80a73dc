using System.Runtime.InteropServices;

namespace Sensorium.Perception;

/// <summary>How the level moves, and how the spectrum lies about its own mean.</summary>
internal static class TimbreStatistics
{
    private const int Pairs = OnsetBands.Bands / 2;
    private const double Quiet = 40;

    /// <summary>Measures a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="to">Receives the numbers.</param>
    public static void Add(SongWindow window, StatisticList to)
    {
        double loudest = window.Levels.Count == 0 ? 0 : window.Levels.Max();
        Sample levels = new(window.Levels.Where(level => level > loudest - Quiet));
        to.Add("level, sd", levels.Sd);
        to.Add("level, loud", levels.At(0.95) - levels.At(0.5));
        to.Add("level, soft", levels.At(0.5) - levels.At(0.05));
        Sample slopes = new(window.Levels.Zip(window.Levels.Skip(1), (a, b) => Math.Clamp(b - a, -12, 12)));
        to.Add("level, falls", slopes.At(0.25));
        to.Add("level, rises", slopes.At(0.9));
        to.Add("level, share falling", slopes.Below(-0.2));
        Sample centroids = new(window.Centroids);
        to.Add("centre, mean", centroids.Mean);
        to.Add("centre, sd", centroids.Sd);
        to.Add("centre, range", centroids.At(0.9) - centroids.At(0.1));
        to.Add("centre by level", Slope(window));
        Sample flatness = new(window.Flatness);
        to.Add("flatness, mean", Math.Log2(flatness.Mean + 1e-6));
        to.Add("flatness, sd", Math.Log2(flatness.Sd + 1e-6));
        AddBands(window, to);
    }

    // By how many octaves the centre rises for each decibel: strings and keys that are struck harder are brighter.
    private static double Slope(SongWindow window)
    {
        Sample levels = new(window.Levels), centroids = new(window.Centroids);
        double product = 0;
        for (int t = 0; t < window.Frames; t++)
        {
            product += (window.Levels[t] - levels.Mean) * (window.Centroids[t] - centroids.Mean);
        }

        return product / (Math.Max(1, window.Frames) * ((levels.Sd * levels.Sd) + 1));
    }

    private static void AddBands(SongWindow window, StatisticList to)
    {
        ReadOnlySpan<float> bands = CollectionsMarshal.AsSpan(window.Bands);
        int frames = window.Onsets.Count;
        double[] sums = new double[OnsetBands.Bands], squares = new double[OnsetBands.Bands], changes = new double[OnsetBands.Bands];
        for (int t = 0; t < frames; t++)
        {
            ReadOnlySpan<float> frame = bands.Slice(t * OnsetBands.Bands, OnsetBands.Bands);
            ReadOnlySpan<float> last = t == 0 ? frame : bands.Slice((t - 1) * OnsetBands.Bands, OnsetBands.Bands);
            for (int band = 0; band < frame.Length; band++)
            {
                sums[band] += frame[band];
                squares[band] += (double)frame[band] * frame[band];
                changes[band] += Math.Abs(frame[band] - last[band]);
            }
        }

        double count = Math.Max(1, frames), all = sums.Sum() / count / OnsetBands.Bands;
        float[] means = new float[Pairs], spreads = new float[Pairs], moves = new float[Pairs];
        for (int band = 0; band < OnsetBands.Bands; band++)
        {
            double mean = sums[band] / count;
            means[band / 2] += (float)((mean - all) / 2);
            spreads[band / 2] += (float)(Math.Sqrt(Math.Max(0, (squares[band] / count) - (mean * mean))) / 2);
            moves[band / 2] += (float)(changes[band] / count / 2);
        }

        to.Add("band, mean", means);
        to.Add("band, spread", spreads);
        to.Add("band, change", moves);
    }
}

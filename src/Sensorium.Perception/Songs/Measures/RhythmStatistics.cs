using System.Runtime.InteropServices;
using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>Onsets, the time between them, tempo, and how clearly there is one.</summary>
internal static class RhythmStatistics
{
    private const int Reach = 6;
    private static readonly double[] GapBounds = [0.1, 0.16, 0.25, 0.4, 0.65, 1, 2];
    private static readonly double[] LagSeconds = [0.15, 0.19, 0.24, 0.3, 0.38, 0.48, 0.6, 0.76, 0.96, 1.21, 1.53, 1.93, 2.43];
    private static readonly double[] Modulations = [0.5, 1, 2, 4, 8, 16];

    /// <summary>Measures a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="to">Receives the numbers.</param>
    public static void Add(SongWindow window, StatisticList to)
    {
        ReadOnlySpan<float> onsets = CollectionsMarshal.AsSpan(window.Onsets);
        double seconds = Math.Max(1, onsets.Length / SongSound.OnsetRate);
        BeatTrack beats = BeatTracker.Track(onsets, SongSound.OnsetRate);
        to.Add("tempo, log", beats.Tempo > 0 ? Math.Log2(beats.Tempo / 100) : 0);
        to.Add("tempo, strength", beats.Strength);
        List<int> peaks = Peaks(onsets, out double mean);
        to.Add("onsets a second, log", Math.Log2(0.1 + (peaks.Count / seconds)));
        Sample heights = new(peaks.Select(at => (float)(window.Onsets[at] / (mean + 1e-9))));
        to.Add("height of onsets, mean", Math.Log2(1 + heights.Mean));
        to.Add("height of onsets, variation", heights.Sd / (heights.Mean + 1e-9));
        Sample gaps = new(peaks.Zip(peaks.Skip(1), (a, b) => (float)((b - a) / SongSound.OnsetRate)));
        to.Add("gaps, median", Math.Log2(0.05 + gaps.At(0.5)));
        to.Add("gaps, variation", gaps.Sd / (gaps.Mean + 1e-9));
        double before = 0;
        foreach (double bound in GapBounds)
        {
            double below = gaps.Below(bound);
            to.Add($"gaps below {bound:0.00} s", below - before);
            before = below;
        }

        AddGroups(window, seconds, to);
        AddLags(onsets, (float)mean, to);
        AddModulations(window, to);
    }

    /// <summary>Where onsets stand out.</summary>
    /// <param name="onsets">Onset strength.</param>
    /// <param name="mean">Its mean.</param>
    /// <returns>Frames, rising.</returns>
    public static List<int> Peaks(ReadOnlySpan<float> onsets, out double mean)
    {
        List<int> peaks = [];
        double sum = 0, squares = 0;
        foreach (float value in onsets)
        {
            sum += value;
            squares += value * value;
        }

        mean = onsets.Length == 0 ? 0 : sum / onsets.Length;
        double least = onsets.Length == 0 ? 0 : mean + (0.5 * Math.Sqrt(Math.Max(0, (squares / onsets.Length) - (mean * mean))));
        for (int t = 0; t < onsets.Length; t++)
        {
            float value = onsets[t];
            bool stands = value > 1e-6f && value > least;
            double near = 0;
            int from = Math.Max(0, t - (2 * Reach)), to = Math.Min(onsets.Length, t + (2 * Reach) + 1);
            for (int i = from; stands && i < to; i++)
            {
                near += onsets[i];
                stands = onsets[i] <= value || Math.Abs(i - t) > Reach / 2;
            }

            if (stands && value > 1.5 * near / (to - from) && (peaks.Count == 0 || t - peaks[^1] > Reach / 2))
            {
                peaks.Add(t);
            }
        }

        return peaks;
    }

    private static void AddGroups(SongWindow window, double seconds, StatisticList to)
    {
        int frames = window.Onsets.Count;
        double all = 1e-9;
        double[] sums = new double[OnsetBands.Groups];
        float[] curve = new float[frames];
        for (int group = 0; group < OnsetBands.Groups; group++)
        {
            for (int t = 0; t < frames; t++)
            {
                curve[t] = MathF.Pow(window.GroupRises[(t * OnsetBands.Groups) + group], 0.7f);
                sums[group] += curve[t];
            }

            all += sums[group];
            to.Add($"onsets a second in range {group}, log", Math.Log2(0.1 + (Peaks(curve, out double mean).Count / seconds)));
            double peak = 0;
            foreach (float value in curve)
            {
                peak += value * value;
            }

            to.Add($"sharpness of onsets in range {group}", Math.Log2((Math.Sqrt(peak / Math.Max(1, frames)) + 1e-9) / (mean + 1e-9)));
        }

        for (int group = 0; group < OnsetBands.Groups; group++)
        {
            to.Add($"share of onsets in range {group}", sums[group] / all);
        }
    }

    private static void AddLags(ReadOnlySpan<float> onsets, float mean, StatisticList to)
    {
        float[] curve = new float[onsets.Length];
        for (int t = 0; t < curve.Length; t++)
        {
            curve[t] = onsets[t] - mean;
        }

        double power = 1e-12;
        foreach (float value in curve)
        {
            power += value * value;
        }

        for (int i = 0; i + 1 < LagSeconds.Length; i++)
        {
            double best = -1;
            for (int lag = (int)(LagSeconds[i] * SongSound.OnsetRate); lag < (int)(LagSeconds[i + 1] * SongSound.OnsetRate); lag++)
            {
                if (lag < curve.Length)
                {
                    best = Math.Max(best, System.Numerics.Tensors.TensorPrimitives.Dot<float>(curve.AsSpan(lag), curve.AsSpan(0, curve.Length - lag)));
                }
            }

            to.Add($"repeats after {LagSeconds[i]:0.00} s", best / power);
        }
    }

    // How fast the level swells and falls: the envelope's power in octaves, against all of it.
    private static void AddModulations(SongWindow window, StatisticList to)
    {
        int frames = window.Magnitudes.Count;
        float[] shares = new float[Modulations.Length - 1];
        if (frames > 0)
        {
            int length = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, frames));
            var fft = new Fft(length);
            float[] curve = new float[length], power = new float[fft.BinCount], scratch = new float[fft.BinCount];
            float mean = window.Magnitudes.Average();
            for (int t = 0; t < frames; t++)
            {
                curve[t] = window.Magnitudes[t] - mean;
            }

            fft.Power(curve, power, scratch);
            double all = 1e-12;
            for (int bin = 0; bin < power.Length; bin++)
            {
                double hertz = bin * SongSound.OnsetRate / length;
                int band = Array.FindLastIndex(Modulations, bound => hertz >= bound);
                if (band >= 0 && band < shares.Length)
                {
                    shares[band] += power[bin];
                    all += power[bin];
                }
            }

            for (int i = 0; i < shares.Length; i++)
            {
                shares[i] = (float)(shares[i] / all);
            }

            to.Add("depth of modulation", Math.Sqrt(all / length / frames) / (mean + 1e-9));
        }
        else
        {
            to.Add("depth of modulation", 0);
        }

        to.Add("modulation", shares);
    }
}

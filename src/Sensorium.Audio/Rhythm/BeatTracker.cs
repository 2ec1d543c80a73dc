using System.Numerics.Tensors;

namespace Sensorium.Audio;

/// <summary>
/// Tempo and beats: the beats are the chain of onsets that is strongest and steadiest at once, found by dynamic programming (Ellis, "Beat tracking by
/// dynamic programming", J. New Music Research 36, 2007). Unlike librosa's <c>beat_track</c> it works a hundred times a second, on rises of
/// magnitudes instead of decibels, and takes the fastest level of the metre that repeats nearly as well as the best.
/// </summary>
public static class BeatTracker
{
    private const double MeanSeconds = 2;
    private const double Audible = 1e-4;

    /// <summary>Finds the beats of a recording.</summary>
    /// <param name="samples">Its samples, full scale at -1 and 1.</param>
    /// <param name="sampleRate">Samples a second, at least 2000.</param>
    /// <param name="options">What tempo is expected; null for the defaults.</param>
    /// <returns>Tempo and beats; none where nothing repeats.</returns>
    public static BeatTrack Track(ReadOnlySpan<float> samples, int sampleRate, BeatOptions? options = null)
    {
        var onsets = new RhythmOnsets(sampleRate);
        onsets.Add(samples);
        onsets.Complete();
        return Track(onsets, options);
    }

    /// <summary>Finds the beats of a recording whose onsets were taken piece by piece.</summary>
    /// <param name="onsets">Its onsets.</param>
    /// <param name="options">What tempo is expected; null for the defaults.</param>
    /// <returns>Tempo and beats; none where nothing repeats.</returns>
    public static BeatTrack Track(RhythmOnsets onsets, BeatOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(onsets);
        return Track([.. onsets.Strength], onsets.FramesPerSecond, options);
    }

    /// <summary>Finds the beats of any onset curve.</summary>
    /// <param name="onsets">Onset strength, one value a frame, at least 0.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    /// <param name="options">What tempo is expected; null for the defaults.</param>
    /// <returns>Tempo and beats; none where nothing repeats.</returns>
    public static BeatTrack Track(ReadOnlySpan<float> onsets, double framesPerSecond, BeatOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(framesPerSecond);
        options ??= new BeatOptions();
        float[] curve = AboveMean(onsets, (int)(MeanSeconds * framesPerSecond));
        (double period, double strength) = TempoEstimator.Find(curve, framesPerSecond, options);
        if (period == 0 || strength <= 0)
        {
            return new BeatTrack { Tempo = 0, Strength = 0, Beats = [] };
        }

        var beats = new List<double>();
        foreach (int frame in Chain(Blur(curve, period), period, options.Tightness))
        {
            beats.Add(Math.Max(0, (frame + Between(onsets, frame)) / framesPerSecond));
        }

        return new BeatTrack
        {
            Tempo = 60 * framesPerSecond / period,
            Strength = strength,
            Beats = beats,
        };
    }

    // Less the mean of the surroundings, and in units of the standard deviation.
    private static float[] AboveMean(ReadOnlySpan<float> onsets, int width)
    {
        var sums = new double[onsets.Length + 1];
        for (int t = 0; t < onsets.Length; t++)
        {
            sums[t + 1] = sums[t] + onsets[t];
        }

        var curve = new float[onsets.Length];
        for (int t = 0; t < curve.Length; t++)
        {
            int first = Math.Max(0, t - (width / 2)), last = Math.Min(curve.Length, t + (width / 2) + 1);
            curve[t] = onsets[t] - (float)((sums[last] - sums[first]) / (last - first));
        }

        float deviation = curve.Length == 0 ? 0 : MathF.Sqrt(TensorPrimitives.SumOfSquares(curve) / curve.Length);
        if (deviation < Audible)
        {
            Array.Clear(curve);
        }
        else
        {
            TensorPrimitives.Divide(curve, deviation, curve);
        }

        return curve;
    }

    private static float[] Blur(float[] curve, double period)
    {
        int reach = (int)Math.Ceiling(period / 8);
        float[] weights = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(i => (float)Math.Exp(-0.5 * Math.Pow(32 * i / period, 2)))];
        var result = new float[curve.Length];
        for (int t = 0; t < curve.Length; t++)
        {
            int first = Math.Max(0, t - reach), last = Math.Min(curve.Length - 1, t + reach);
            result[t] = TensorPrimitives.Dot<float>(curve.AsSpan(first, last - first + 1), weights.AsSpan(first - t + reach, last - first + 1));
        }

        return result;
    }

    private static List<int> Chain(float[] score, double period, double tightness)
    {
        int nearest = Math.Max(1, (int)Math.Round(period / 2)), farthest = (int)Math.Round(2 * period);
        double[] costs = [.. Enumerable.Range(nearest, farthest - nearest + 1).Select(gap => tightness * Math.Pow(Math.Log(gap / period), 2))];
        var total = new double[score.Length];
        var before = new int[score.Length];
        for (int t = 0; t < score.Length; t++)
        {
            double best = 0;
            before[t] = -1;
            for (int gap = nearest; gap <= farthest && gap <= t; gap++)
            {
                double chained = total[t - gap] - costs[gap - nearest];
                (best, before[t]) = chained > best ? (chained, t - gap) : (best, before[t]);
            }

            total[t] = score[t] + best;
        }

        return Trim(Follow(total, before, period), score);
    }

    // Backwards from the best end within the last beat.
    private static List<int> Follow(double[] total, int[] before, double period)
    {
        int last = total.Length - 1;
        for (int t = total.Length - 1; t >= Math.Max(0, total.Length - (int)Math.Ceiling(1.5 * period)); t--)
        {
            last = total[t] > total[last] ? t : last;
        }

        var beats = new List<int>();
        for (int t = last; t >= 0; t = before[t])
        {
            beats.Add(t);
        }

        beats.Reverse();
        return beats;
    }

    // Beats before the first and after the last onset are no beats.
    private static List<int> Trim(List<int> beats, float[] score)
    {
        double least = 0.25 * Math.Sqrt(beats.Sum(t => (double)score[t] * score[t]) / Math.Max(1, beats.Count));
        int first = beats.FindIndex(t => score[t] > least), last = beats.FindLastIndex(t => score[t] > least);
        return first < 0 ? [] : beats[first..(last + 1)];
    }

    private static double Between(ReadOnlySpan<float> onsets, int frame) =>
        frame > 0 && frame < onsets.Length - 1 && onsets[frame] >= onsets[frame - 1] && onsets[frame] >= onsets[frame + 1]
            ? Parabola.Vertex(onsets[frame - 1], onsets[frame], onsets[frame + 1])
            : 0;
}

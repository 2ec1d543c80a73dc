using System.Numerics;
using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>
/// The fundamental frequency of a voice by normalised cross-correlation and dynamic programming over the whole utterance (Talkin, "A robust
/// algorithm for pitch tracking (RAPT)", Speech Coding and Synthesis 1995), at 8 kHz, with parabolic interpolation between lags.
/// </summary>
/// <remarks>A path over the utterance doubts a single frame's octave, which a frame-by-frame estimate cannot; costs are ours, in octaves and correlation.</remarks>
internal static class PitchTrack
{
    /// <summary>The lowest frequency found, in hertz.</summary>
    public const double LowestHertz = 60;

    /// <summary>The highest frequency found, in hertz.</summary>
    public const double HighestHertz = 650;

    private const int Rate = 8000;
    private const int Window = 200;
    private const int LeastLag = (int)(Rate / HighestHertz);
    private const int MostLag = (int)(Rate / LowestHertz) + 1;
    private const int Lags = MostLag - LeastLag + 1;
    private const int MostCandidates = 7;
    private const float LagWeight = 0.25f;
    private const float VoiceBias = -0.08f;
    private const float JumpCost = 0.9f;
    private const float TurnCost = 0.14f;

    private static readonly float[] LowPass = DesignLowPass();

    /// <summary>Finds the pitch of each frame.</summary>
    /// <param name="samples">The sound at <see cref="VoiceSound.SampleRate"/>, without offset.</param>
    /// <param name="hertz">Receives the frequency of each frame, 0 where it is unvoiced.</param>
    /// <param name="periodicity">Receives the highest correlation of each frame with itself one period on, 0..1.</param>
    public static void Find(ReadOnlySpan<float> samples, Span<float> hertz, Span<float> periodicity)
    {
        const int Margin = Window + MostLag;
        float[] sound = Halve(samples, Margin);
        double[] energies = RunningEnergy(sound);
        float ballast = (float)(energies[^1] / Math.Max(1, sound.Length - (2 * Margin)) * Window * 0.003) + 1e-7f;
        int frames = hertz.Length;
        var lags = new float[frames * MostCandidates];
        var costs = new float[frames * (MostCandidates + 1)];
        Span<float> correlation = stackalloc float[Lags];
        for (int t = 0; t < frames; t++)
        {
            int centre = Margin + (((t * VoiceSound.Hop) + (VoiceSound.FrameLength / 2)) / 2);
            Correlate(sound, energies, centre, ballast, correlation);
            periodicity[t] = Candidates(correlation, lags.AsSpan(t * MostCandidates, MostCandidates), costs.AsSpan(t * (MostCandidates + 1), MostCandidates + 1));
        }

        Trace(lags, costs, hertz);
    }

    private static void Correlate(float[] sound, double[] energies, int centre, float ballast, Span<float> correlation)
    {
        for (int i = 0; i < Lags; i++)
        {
            int lag = LeastLag + i;
            int start = centre - ((Window + lag) / 2);
            float dot = Dot(sound.AsSpan(start, Window), sound.AsSpan(start + lag, Window));
            double first = energies[start + Window] - energies[start];
            double second = energies[start + lag + Window] - energies[start + lag];
            correlation[i] = (float)(dot / (Math.Sqrt(Math.Max(0, first) * Math.Max(0, second)) + ballast));
        }
    }

    // The best peaks as lags with their costs; the last cost is that of being unvoiced.
    private static float Candidates(ReadOnlySpan<float> correlation, Span<float> lags, Span<float> costs)
    {
        costs.Fill(float.PositiveInfinity);
        float best = 0;
        for (int i = 1; i < Lags - 1; i++)
        {
            (float left, float middle, float right) = (correlation[i - 1], correlation[i], correlation[i + 1]);
            if (middle < 0.25f || middle < left || middle <= right)
            {
                continue;
            }

            float bend = left - (2 * middle) + right;
            float shift = bend < -1e-9f ? 0.5f * (left - right) / bend : 0;
            float peak = Math.Min(1, middle - (0.25f * (left - right) * shift));
            float lag = LeastLag + i + shift;
            best = Math.Max(best, peak);
            Keep(lag, 1 - (peak * (1 - (LagWeight * lag / MostLag))), lags, costs);
        }

        costs[MostCandidates] = VoiceBias + best;
        return best;
    }

    private static void Keep(float lag, float cost, Span<float> lags, Span<float> costs)
    {
        int worst = 0;
        for (int c = 1; c < MostCandidates; c++)
        {
            worst = costs[c] > costs[worst] ? c : worst;
        }

        if (cost < costs[worst])
        {
            (lags[worst], costs[worst]) = (lag, cost);
        }
    }

    private static void Trace(float[] lags, float[] costs, Span<float> hertz)
    {
        const int States = MostCandidates + 1;
        int frames = hertz.Length;
        var from = new byte[frames * States];
        Span<float> before = stackalloc float[States];
        Span<float> now = stackalloc float[States];
        costs.AsSpan(0, States).CopyTo(before);
        for (int t = 1; t < frames; t++)
        {
            for (int s = 0; s < States; s++)
            {
                float local = costs[(t * States) + s];
                now[s] = float.PositiveInfinity;
                for (int p = 0; p < States && !float.IsInfinity(local); p++)
                {
                    float total = before[p] + local + Step(lags, t, p, s);
                    if (total < now[s])
                    {
                        now[s] = total;
                        from[(t * States) + s] = (byte)p;
                    }
                }
            }

            now.CopyTo(before);
        }

        int state = MostCandidates;
        for (int s = 0; s < States; s++)
        {
            state = before[s] < before[state] ? s : state;
        }

        for (int t = frames - 1; t >= 0; t--)
        {
            hertz[t] = state == MostCandidates ? 0 : Rate / lags[(t * MostCandidates) + state];
            state = from[(t * States) + state];
        }
    }

    private static float Step(float[] lags, int t, int p, int s) => (p == MostCandidates, s == MostCandidates) switch
    {
        (true, true) => 0,
        (false, false) => JumpCost * MathF.Abs(MathF.Log2(lags[((t - 1) * MostCandidates) + p] / lags[(t * MostCandidates) + s])),
        _ => TurnCost,
    };

    private static float[] Halve(ReadOnlySpan<float> samples, int margin)
    {
        int half = LowPass.Length / 2;
        float[] padded = new float[samples.Length + VoiceSound.FrameLength + LowPass.Length + 1];
        samples.CopyTo(padded.AsSpan(half));
        int length = (samples.Length + VoiceSound.FrameLength) / 2;
        float[] result = new float[length + (2 * margin)];
        for (int i = 0; i < length; i++)
        {
            result[margin + i] = Dot(padded.AsSpan(2 * i, LowPass.Length), LowPass);
        }

        return result;
    }

    private static double[] RunningEnergy(float[] sound)
    {
        double[] sums = new double[sound.Length + 1];
        for (int i = 0; i < sound.Length; i++)
        {
            sums[i + 1] = sums[i] + ((double)sound[i] * sound[i]);
        }

        return sums;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Vector<float> sum = Vector<float>.Zero;
        int i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }

        float total = Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }

    // 1.5 kHz: enough for every fundamental and its first harmonics, without the hiss above.
    private static float[] DesignLowPass()
    {
        const int Half = 32;
        const double Cutoff = 1500.0 / VoiceSound.SampleRate * 2;
        float[] taps = new float[(2 * Half) + 1];
        for (int i = 0; i < taps.Length; i++)
        {
            taps[i] = (float)(Cutoff * Windows.Sinc(Cutoff * (i - Half)) * Windows.KaiserAt((double)(i - Half) / Half, 6));
        }

        return taps;
    }
}

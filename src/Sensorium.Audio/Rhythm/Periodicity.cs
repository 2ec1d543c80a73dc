using System.Numerics;

namespace Sensorium.Audio;

/// <summary>How strongly a curve repeats after each lag: its autocorrelation over the whole signal, each lag divided by the number of its pairs, 1 at lag 0.</summary>
internal static class Periodicity
{
    private const int Block = 1 << 15;

    /// <summary>Takes the autocorrelation, block by block so that the transforms stay small.</summary>
    /// <param name="curve">Values around 0.</param>
    /// <param name="longestLag">The largest lag.</param>
    public static float[] Of(ReadOnlySpan<float> curve, int longestLag)
    {
        var sums = new double[longestLag + 1];
        int length = (int)BitOperations.RoundUpToPowerOf2((uint)(Math.Min(Block, curve.Length) + longestLag + 1));
        var fft = new Fft(Math.Max(4, length));
        float[] here = new float[fft.Length], reach = new float[fft.Length], correlation = new float[fft.Length];
        float[] hereReal = new float[fft.BinCount], hereImaginary = new float[fft.BinCount], reachReal = new float[fft.BinCount], reachImaginary = new float[fft.BinCount];
        for (int start = 0; start < curve.Length; start += Block)
        {
            here.AsSpan().Clear();
            reach.AsSpan().Clear();
            curve[start..Math.Min(curve.Length, start + Block)].CopyTo(here);
            curve[start..Math.Min(curve.Length, start + Block + longestLag)].CopyTo(reach);
            fft.Forward(here, hereReal, hereImaginary);
            fft.Forward(reach, reachReal, reachImaginary);
            for (int k = 0; k < hereReal.Length; k++)
            {
                float real = (reachReal[k] * hereReal[k]) + (reachImaginary[k] * hereImaginary[k]);
                reachImaginary[k] = (reachImaginary[k] * hereReal[k]) - (reachReal[k] * hereImaginary[k]);
                reachReal[k] = real;
            }

            fft.Inverse(reachReal, reachImaginary, correlation);
            for (int lag = 0; lag <= longestLag; lag++)
            {
                sums[lag] += correlation[lag];
            }
        }

        var result = new float[longestLag + 1];
        double power = sums[0] / Math.Max(1, curve.Length);
        for (int lag = 0; lag <= longestLag; lag++)
        {
            result[lag] = power > 0 && lag < curve.Length ? (float)(sums[lag] / (curve.Length - lag) / power) : 0;
        }

        return result;
    }
}

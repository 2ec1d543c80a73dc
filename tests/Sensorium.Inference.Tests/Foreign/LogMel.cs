using Sensorium.Audio;

namespace Sensorium.Inference.Tests;

/// <summary>
/// The front end of the MagnaTagATune taggers as their mtat.json states it: 16 kHz, frames of 512 samples every 256 under a periodic Hann window,
/// centred with reflection at the ends, power, 96 HTK mel bands from 0 to 8 kHz without area norm, decibels above 1e-10.
/// </summary>
internal static class LogMel
{
    public const int SampleRate = 16_000;
    public const int Bands = 96;
    private const int Length = 512;
    private const int Hop = 256;

    /// <summary>Decibels [bands x frames].</summary>
    public static float[] Compute(ReadOnlySpan<float> samples, out int frames)
    {
        Fft fft = new(Length);
        double[][] weights = Weights(fft.BinCount);
        frames = 1 + (samples.Length / Hop);
        float[] result = new float[Bands * frames];
        float[] windowed = new float[Length], power = new float[fft.BinCount], scratch = new float[fft.BinCount];
        for (int frame = 0; frame < frames; frame++)
        {
            for (int i = 0; i < Length; i++)
            {
                int at = Math.Abs((frame * Hop) + i - (Length / 2));
                at = at < samples.Length ? at : (2 * (samples.Length - 1)) - at;
                windowed[i] = (float)(samples[at] * (0.5 - (0.5 * Math.Cos(2 * Math.PI * i / Length))));
            }

            fft.Power(windowed, power, scratch);
            for (int band = 0; band < Bands; band++)
            {
                double sum = 0;
                for (int bin = 0; bin < power.Length; bin++)
                {
                    sum += weights[band][bin] * power[bin];
                }

                result[(band * frames) + frame] = (float)(10 * Math.Log10(Math.Max(sum, 1e-10)));
            }
        }

        return result;
    }

    private static double[][] Weights(int bins)
    {
        double top = 2595 * Math.Log10(1 + (8000 / 700.0));
        double[] hertz = [.. Enumerable.Range(0, Bands + 2).Select(i => 700 * (Math.Pow(10, top * i / (Bands + 1) / 2595) - 1))];
        return [.. Enumerable.Range(0, Bands).Select(band => Enumerable.Range(0, bins).Select(bin =>
        {
            double at = bin * (double)SampleRate / Length;
            return Math.Max(0, Math.Min((at - hertz[band]) / (hertz[band + 1] - hertz[band]), (hertz[band + 2] - at) / (hertz[band + 2] - hertz[band + 1])));
        }).ToArray())];
    }
}

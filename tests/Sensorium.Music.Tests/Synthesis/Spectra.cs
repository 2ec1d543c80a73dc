using Sensorium.Audio;

namespace Sensorium.Music.Tests.Synthesis;

/// <summary>Measures of rendered sound.</summary>
internal static class Spectra
{
    public static double Rms(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float sample in samples)
        {
            sum += (double)sample * sample;
        }

        return Math.Sqrt(sum / Math.Max(1, samples.Length));
    }

    /// <summary>The frequency of the strongest partial within a semitone of one, by parabolic interpolation of the logarithmic spectrum.</summary>
    public static double PeakNear(ReadOnlySpan<float> samples, int sampleRate, double hertz)
    {
        const int length = 65536;
        var fft = new Fft(length);
        float[] window = Windows.BlackmanHarris(length);
        var windowed = new float[length];
        for (int i = 0; i < length; i++)
        {
            windowed[i] = samples[i] * window[i];
        }

        var power = new float[fft.BinCount];
        fft.Power(windowed, power, new float[fft.BinCount]);
        double perBin = (double)sampleRate / length;
        int peak = (int)(hertz / perBin / 1.0595);
        for (int k = peak; k < hertz / perBin * 1.0595; k++)
        {
            peak = power[k] > power[peak] ? k : peak;
        }

        double a = Math.Log(power[peak - 1]), b = Math.Log(power[peak]), c = Math.Log(power[peak + 1]);
        return (peak + (0.5 * (a - c) / (a - (2 * b) + c))) * perBin;
    }
}

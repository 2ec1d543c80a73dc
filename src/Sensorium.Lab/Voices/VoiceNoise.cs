using Sensorium.Audio;

namespace Sensorium.Lab.Voices;

/// <summary>Spoils clips: noise of equal power in each octave (pink, after Voss as refined by McCartney), and a telephone's band with its coarse steps.</summary>
internal static class VoiceNoise
{
    private const int Rows = 12;
    private const int Frame = 320;

    /// <summary>Adds pink noise.</summary>
    /// <param name="samples">The clip at 16 kHz.</param>
    /// <param name="decibels">Ratio of the louder half of the clip's 20 ms frames to the noise.</param>
    /// <param name="random">Draws the noise.</param>
    /// <returns>A new clip.</returns>
    public static float[] Add(ReadOnlySpan<float> samples, double decibels, Pcg32 random)
    {
        float[] noise = Pink(samples.Length, random);
        double scale = Math.Sqrt(VoicePower(samples) / Math.Pow(10, decibels / 10) / (Power(noise) + 1e-20));
        for (int i = 0; i < noise.Length; i++)
        {
            noise[i] = samples[i] + (float)(noise[i] * scale);
        }

        return noise;
    }

    /// <summary>Sends a clip over a telephone: 300 to 3400 Hz, mu-law with 8 bits.</summary>
    /// <param name="samples">The clip at 16 kHz.</param>
    /// <returns>A new clip.</returns>
    public static float[] Telephone(ReadOnlySpan<float> samples)
    {
        float[] sound = samples.ToArray();
        foreach (BiquadCoefficients filter in (BiquadCoefficients[])[BiquadCoefficients.HighPass(16_000, 300), BiquadCoefficients.HighPass(16_000, 300), BiquadCoefficients.LowPass(16_000, 3400), BiquadCoefficients.LowPass(16_000, 3400)])
        {
            new Biquad(filter).Process(sound, sound);
        }

        for (int i = 0; i < sound.Length; i++)
        {
            double x = Math.Clamp(sound[i], -1f, 1f), code = Math.Round(Math.Log(1 + (255 * Math.Abs(x))) / Math.Log(256) * 127) / 127;
            sound[i] = (float)(Math.Sign(x) * (Math.Pow(256, code) - 1) / 255);
        }

        return sound;
    }

    /// <summary>Mean square of the louder half of the 20 ms frames.</summary>
    /// <param name="samples">A clip.</param>
    public static double VoicePower(ReadOnlySpan<float> samples)
    {
        List<double> frames = [];
        for (int at = 0; at + Frame <= samples.Length; at += Frame)
        {
            frames.Add(Power(samples.Slice(at, Frame)));
        }

        frames.Sort();
        return frames.Count == 0 ? Power(samples) : frames.Skip(frames.Count / 2).Average();
    }

    private static double Power(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float sample in samples)
        {
            sum += (double)sample * sample;
        }

        return sum / Math.Max(1, samples.Length);
    }

    private static float[] Pink(int length, Pcg32 random)
    {
        double[] rows = new double[Rows];
        float[] noise = new float[length];
        for (int i = 0; i < length; i++)
        {
            int row = System.Numerics.BitOperations.TrailingZeroCount(i | (1 << (Rows - 1)));
            rows[row] = random.NextGaussian();
            noise[i] = (float)(rows.Sum() + random.NextGaussian());
        }

        return noise;
    }
}

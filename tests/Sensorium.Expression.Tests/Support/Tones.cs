namespace Sensorium.Expression.Tests;

/// <summary>Loops whose sound is known in closed form.</summary>
internal static class Tones
{
    public const int Rate = 44100;

    /// <summary>A loop that is 1 throughout.</summary>
    public static Loop Constant(string role = "red", int pitch = 60, int length = Rate)
    {
        float[] samples = new float[length];
        Array.Fill(samples, 1f);
        return new Loop(role, pitch, Rate, samples);
    }

    /// <summary>A loop of a whole number of periods.</summary>
    public static Loop Sine(int periods, string role = "red", int pitch = 60, int length = Rate, float amplitude = .25f)
    {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++)
        {
            samples[i] = amplitude * MathF.Sin(2 * MathF.PI * (float)((long)i * periods % length) / length);
        }

        return new Loop(role, pitch, Rate, samples);
    }

    /// <summary>A plain open voice.</summary>
    public static Voice Voice(string role = "red", int pitch = 60, double lowpassHz = 20000) => new()
    {
        Layers = [new VoiceLayer(role, 1)],
        Height = .5,
        Pitch = pitch,
        LevelDb = 0,
        GainDb = 0,
        LowpassHz = lowpassHz,
    };

    /// <summary>Level in dB of a stretch of samples.</summary>
    public static double Decibels(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float sample in samples)
        {
            sum += (double)sample * sample;
        }

        return 10 * Math.Log10(sum / samples.Length);
    }
}

using System.Runtime.InteropServices;

namespace Sensorium.Media.Tests;

/// <summary>Sounds made by formula, and views of their samples.</summary>
internal static class Sounds
{
    public static SoundBuffer Noise(int channels, int length, int rate, ulong seed = 1)
    {
        var random = new Pcg32(seed);
        var sound = new SoundBuffer(rate, channels, length);
        for (int channel = 0; channel < channels; channel++)
        {
            foreach (ref float sample in sound.Channel(channel))
            {
                sample = (float)((random.NextDouble() * 1.9) - 0.95);
            }
        }

        return sound;
    }

    public static SoundBuffer Sine(double hertz, int channels, int length, int rate)
    {
        var sound = new SoundBuffer(rate, channels, length);
        for (int channel = 0; channel < channels; channel++)
        {
            for (int i = 0; i < length; i++)
            {
                sound.Channel(channel)[i] = (float)(0.5 * Math.Sin(2 * Math.PI * hertz * i / rate));
            }
        }

        return sound;
    }

    public static float[] Interleaved(SoundBuffer sound)
    {
        var samples = new float[sound.Length * sound.ChannelCount];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = sound.Channel(i % sound.ChannelCount)[i / sound.ChannelCount];
        }

        return samples;
    }

    public static float[] FromBytes(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();

    public static double Rms(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float sample in samples)
        {
            sum += (double)sample * sample;
        }

        return Math.Sqrt(sum / samples.Length);
    }
}

namespace Sensorium.Audio.Tests;

/// <summary>Signals that tests share.</summary>
internal static class Sounds
{
    public static double Amplitude(double decibels) => Math.Pow(10, decibels / 20);

    /// <summary>A sine whose sections follow each other without a break of phase.</summary>
    public static float[] Sine(int sampleRate, double hertz, params (double Decibels, double Seconds)[] sections)
    {
        var samples = new List<float>();
        foreach ((double decibels, double seconds) in sections)
        {
            double amplitude = Amplitude(decibels);
            int end = samples.Count + (int)Math.Round(seconds * sampleRate);
            while (samples.Count < end)
            {
                samples.Add((float)(amplitude * Math.Sin(2 * Math.PI * hertz * samples.Count / sampleRate)));
            }
        }

        return [.. samples];
    }

    public static SoundBuffer Buffer(int sampleRate, params float[][] channels)
    {
        var sound = new SoundBuffer(sampleRate, channels.Length, channels[0].Length);
        for (int c = 0; c < channels.Length; c++)
        {
            channels[c].CopyTo(sound.Channel(c));
        }

        return sound;
    }

    public static float[] Noise(int length, double amplitude, ulong seed)
    {
        var random = new Pcg32(seed);
        var samples = new float[length];
        foreach (ref float sample in samples.AsSpan())
        {
            sample = (float)(amplitude * ((random.NextDouble() * 2) - 1));
        }

        return samples;
    }

    /// <summary>Something like music: notes of a few partials with sharp attacks and decays, each channel its own.</summary>
    public static SoundBuffer Plucks(int sampleRate, double seconds, ulong seed)
    {
        var random = new Pcg32(seed);
        var sound = new SoundBuffer(sampleRate, 2, (int)(seconds * sampleRate));
        int step = sampleRate / 5;
        for (int start = 0; start < sound.Length; start += step)
        {
            double hertz = 110 * Math.Pow(2, random.Next(36) / 12.0);
            double amplitude = 0.05 + (0.6 * random.NextDouble());
            double pan = random.NextDouble();
            for (int i = start; i < Math.Min(sound.Length, start + (4 * step)); i++)
            {
                double t = (i - start) / (double)sampleRate;
                double value = amplitude * Math.Exp(-6 * t) * (Math.Sin(2 * Math.PI * hertz * t) + (0.5 * Math.Sin(4 * Math.PI * hertz * t)) + (0.3 * Math.Sin(10 * Math.PI * hertz * t)));
                sound.Channel(0)[i] += (float)(value * pan);
                sound.Channel(1)[i] += (float)(value * (1 - pan));
            }
        }

        return sound;
    }
}

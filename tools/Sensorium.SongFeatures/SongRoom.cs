namespace Sensorium.SongFeatures;

/// <summary>
/// Sends a rendering through what lies between a piano and a listener: a little faster or slower (and so higher or lower), soft distortion, another balance of deep and
/// high, a room, a narrow line, noise. Each happens by chance, so that some songs stay nearly as they were.
/// </summary>
internal static class SongRoom
{
    private const double Rate = 22_050;
    private static readonly double[] CombSeconds = [0.0297, 0.0371, 0.0411, 0.0437, 0.0331, 0.0253];
    private static readonly double[] AllPassSeconds = [0.0050, 0.0017];

    public static float[] Hear(float[] song, Random random)
    {
        if (Chance(random, 0.5))
        {
            song = Turned(song, Math.Pow(2, ((random.NextDouble() * 2) - 1) / 12));
        }

        if (Chance(random, 0.3))
        {
            Each(song, 1 + (4 * random.NextSingle()), (sample, drive) => MathF.Tanh(drive * sample) / drive);
        }

        if (Chance(random, 0.6))
        {
            Shelve(song, 200 * Math.Pow(10, random.NextDouble()), (random.NextDouble() * 2) - 1);
        }

        if (Chance(random, 0.5))
        {
            Reverberate(song, 0.2 + (1.3 * random.NextDouble()), (float)(0.05 + (0.35 * random.NextDouble())));
        }

        if (Chance(random, 0.35))
        {
            LowPass(song, 1800 * Math.Pow(4, random.NextDouble()));
            HighPass(song, 30 * Math.Pow(6, random.NextDouble()));
        }

        if (Chance(random, 0.4))
        {
            float level = (float)(Math.Sqrt(song.Average(sample => (double)sample * sample)) * Math.Pow(10, -(20 + (30 * random.NextDouble())) / 20) * Math.Sqrt(3));
            Each(song, level, (sample, amount) => sample + (amount * ((2 * random.NextSingle()) - 1)));
        }

        return song;
    }

    private static bool Chance(Random random, double share) => random.NextDouble() < share;

    private static void Each(float[] song, float amount, Func<float, float, float> change)
    {
        for (int i = 0; i < song.Length; i++)
        {
            song[i] = change(song[i], amount);
        }
    }

    private static float[] Turned(float[] song, double speed)
    {
        float[] result = new float[(int)((song.Length - 2) / speed)];
        for (int i = 0; i < result.Length; i++)
        {
            double place = i * speed;
            int at = (int)place;
            float part = (float)(place - at);
            result[i] = ((1 - part) * song[at]) + (part * song[at + 1]);
        }

        return result;
    }

    private static void Shelve(float[] song, double hertz, double amount)
    {
        float share = (float)(1 - Math.Exp(-2 * Math.PI * hertz / Rate)), low = 0, more = (float)Math.Pow(2, amount), less = 1 / more;
        Each(song, 0, (sample, _) =>
        {
            low += share * (sample - low);
            return (more * low) + (less * (sample - low));
        });
    }

    private static void LowPass(float[] song, double hertz)
    {
        float share = (float)(1 - Math.Exp(-2 * Math.PI * hertz / Rate)), one = 0, two = 0;
        Each(song, 0, (sample, _) => two += share * ((one += share * (sample - one)) - two));
    }

    private static void HighPass(float[] song, double hertz)
    {
        float share = (float)(1 - Math.Exp(-2 * Math.PI * hertz / Rate)), low = 0;
        Each(song, 0, (sample, _) => sample - (low += share * (sample - low)));
    }

    // Schroeder's reverberator: echoes side by side, smeared by all-passes one after the other.
    private static void Reverberate(float[] song, double seconds, float share)
    {
        float[] wet = new float[song.Length];
        foreach (double delay in CombSeconds)
        {
            float[] line = new float[(int)(delay * Rate)];
            float back = (float)Math.Pow(10, -3 * delay / seconds), dull = 0;
            for (int i = 0, at = 0; i < song.Length; i++, at = at + 1 == line.Length ? 0 : at + 1)
            {
                float heard = line[at];
                wet[i] += heard;
                dull += 0.6f * (heard - dull);
                line[at] = song[i] + (back * dull);
            }
        }

        foreach (double delay in AllPassSeconds)
        {
            float[] line = new float[(int)(delay * Rate)];
            for (int i = 0, at = 0; i < song.Length; i++, at = at + 1 == line.Length ? 0 : at + 1)
            {
                float late = line[at];
                line[at] = wet[i] + (0.7f * late);
                wet[i] = late - (0.7f * line[at]);
            }
        }

        for (int i = 0; i < song.Length; i++)
        {
            song[i] = ((1 - share) * song[i]) + (share * wet[i] / 2);
        }
    }
}

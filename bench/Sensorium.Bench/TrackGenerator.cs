namespace Sensorium.Bench;

/// <summary>Something like music: a chord of plucked strings every half second, a bass, a drum of noise, always the same.</summary>
internal static class TrackGenerator
{
    /// <summary>Makes a track.</summary>
    /// <param name="rate">Samples a second.</param>
    /// <param name="seconds">How long.</param>
    public static float[] Render(int rate, int seconds)
    {
        var random = new Pcg32(7);
        var track = new float[rate * seconds];
        int[] roots = [0, 9, 5, 7];
        for (int beat = 0; beat < seconds * 2; beat++)
        {
            int start = beat * rate / 2;
            int root = roots[beat / 4 % 4];
            foreach (int step in (ReadOnlySpan<int>)[root - 12, root, root + 4, root + 7, root + (12 * random.Next(2))])
            {
                Pluck(track, start, rate, 220 * Math.Pow(2, step / 12.0), 0.08);
            }

            for (int i = 0; i < rate / 8 && start + i < track.Length; i++)
            {
                track[start + i] += (float)(0.2 * Math.Exp(-60.0 * i / rate) * ((2 * random.NextDouble()) - 1));
            }
        }

        return track;
    }

    private static void Pluck(float[] track, int start, int rate, double hertz, double amplitude)
    {
        for (int i = 0; i < rate && start + i < track.Length; i++)
        {
            double t = (double)i / rate;
            double phase = 2 * Math.PI * hertz * t;
            track[start + i] += (float)(amplitude * Math.Exp(-5 * t) * (Math.Sin(phase) + (0.5 * Math.Sin(2 * phase)) + (0.25 * Math.Sin(3 * phase)) + (0.12 * Math.Sin(5 * phase))));
        }
    }
}

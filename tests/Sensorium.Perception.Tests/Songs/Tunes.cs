namespace Sensorium.Perception.Tests;

/// <summary>Music for tests: tones with ten partials that fade, at 22,050 Hz.</summary>
internal static class Tunes
{
    public const int Rate = 22_050;

    /// <summary>A buffer of silence.</summary>
    public static float[] Silence(double seconds) => new float[(int)(seconds * Rate)];

    /// <summary>Adds a tone.</summary>
    public static void Add(float[] to, int pitch, double start, double seconds, double level = 0.1)
    {
        double hertz = 440 * Math.Pow(2, (pitch - 69) / 12.0);
        int from = (int)(start * Rate), count = Math.Min((int)(seconds * Rate), to.Length - from);
        for (int i = 0; i < count; i++)
        {
            double t = (double)i / Rate, sum = 0;
            for (int h = 1; h <= 10 && h * hertz < Rate / 2.5; h++)
            {
                sum += Math.Sin(2 * Math.PI * h * hertz * t) / h;
            }

            to[from + i] += (float)(level * sum * Math.Exp(-1.5 * t / seconds) * Math.Min(1, i / 100.0));
        }
    }

    /// <summary>Chords on every beat.</summary>
    public static float[] Chords(double seconds, double tempo, params int[][] chords)
    {
        float[] sound = Silence(seconds);
        double beat = 60 / tempo;
        for (int i = 0; (i + 1) * beat <= seconds; i++)
        {
            foreach (int pitch in chords[i / 2 % chords.Length])
            {
                Add(sound, pitch, i * beat, beat);
            }
        }

        return sound;
    }

    /// <summary>What is read of a sound by a model that knows nothing.</summary>
    public static (SongReading Reading, List<float[]> Windows) Hear(float[] sound, int piece = int.MaxValue)
    {
        List<float[]> windows = [];
        using SongPerceiver perceiver = new(SongFeelingModel.Blank, null, null, 1, 0);
        using ISongListener listener = perceiver.Listen((_, values) => windows.Add(values));
        for (int i = 0; i < sound.Length; i += Math.Min(piece, sound.Length))
        {
            listener.Push(sound.AsSpan(i, Math.Min(piece, sound.Length - i)));
        }

        return (listener.Finish(), windows);
    }
}

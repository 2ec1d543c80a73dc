namespace Sensorium.Perception;

/// <summary>
/// Where a song changes: stretches of four seconds are compared by harmony and timbre, and a section begins where what follows is unlike what came
/// before (Foote, "Automatic audio segmentation using a measure of audio novelty", ICME 2000).
/// </summary>
internal sealed class SongSections
{
    /// <summary>Pitch frames of a stretch: 4 s.</summary>
    public const int Frames = 86;

    private const int Reach = 4;
    private const int Harmony = SongSound.PitchClasses, Timbre = OnsetBands.Bands;
    private const double LeastNovelty = 0.35;
    private readonly List<float[]> _stretches = [];
    private readonly float[] _sum = new float[Harmony + Timbre];
    private int _frames;

    /// <summary>Takes a pitch frame.</summary>
    /// <param name="chroma">Its pitch classes.</param>
    public void AddFrame(ReadOnlySpan<float> chroma)
    {
        float all = 1e-9f;
        foreach (float value in chroma)
        {
            all += value;
        }

        for (int i = 0; i < Harmony; i++)
        {
            _sum[i] += chroma[i] / all;
        }

        if (++_frames == Frames)
        {
            _stretches.Add((float[])_sum.Clone());
            Array.Clear(_sum);
            _frames = 0;
        }
    }

    /// <summary>Takes the bands of an onset frame.</summary>
    /// <param name="bands">Logarithms to base 2.</param>
    public void AddBands(ReadOnlySpan<float> bands)
    {
        for (int i = 0; i < Timbre; i++)
        {
            _sum[Harmony + i] += bands[i] / (Frames * SongSound.OnsetsPerFrame);
        }
    }

    /// <summary>Where sections begin.</summary>
    /// <returns>Times in order, the first zero.</returns>
    public IReadOnlyList<TimeSpan> Starts()
    {
        List<TimeSpan> starts = [TimeSpan.Zero];
        float[][] places = Levelled();
        double[] novelty = [.. Enumerable.Range(0, places.Length).Select(t => Novelty(places, t))];
        int last = 0;
        for (int t = Reach; t + Reach <= novelty.Length; t++)
        {
            bool isPeak = true;
            for (int i = Math.Max(0, t - Reach + 1); i < Math.Min(novelty.Length, t + Reach); i++)
            {
                isPeak &= novelty[i] <= novelty[t];
            }

            if (isPeak && novelty[t] > LeastNovelty && t - last >= Reach)
            {
                starts.Add(TimeSpan.FromSeconds(t * Frames / SongSound.FrameRate));
                last = t;
            }
        }

        return starts;
    }

    // Each value less its mean over the song, in units of its deviation; harmony and timbre count alike.
    private float[][] Levelled()
    {
        float[][] places = [.. _stretches.Select(stretch => (float[])stretch.Clone())];
        for (int i = 0; i < Harmony + Timbre && places.Length > 0; i++)
        {
            Sample values = new(places.Select(place => place[i]));
            double scale = Math.Sqrt(i < Harmony ? Harmony : Timbre) * (values.Sd + 1e-6);
            foreach (float[] place in places)
            {
                place[i] = (float)((place[i] - values.Mean) / scale);
            }
        }

        return places;
    }

    // How much more alike the stretches on each side are among themselves than across, -1..1.
    private static double Novelty(float[][] places, int at)
    {
        double within = 0, across = 0;
        int withins = 0, acrosses = 0;
        int from = Math.Max(0, at - Reach), to = Math.Min(places.Length, at + Reach);
        for (int a = from; a < to; a++)
        {
            for (int b = from; b < a; b++)
            {
                double likeness = Likeness(places[a], places[b]);
                bool same = a < at == b < at;
                (within, withins) = same ? (within + likeness, withins + 1) : (within, withins);
                (across, acrosses) = same ? (across, acrosses) : (across + likeness, acrosses + 1);
            }
        }

        return (within / Math.Max(1, withins)) - (across / Math.Max(1, acrosses));
    }

    private static double Likeness(float[] a, float[] b)
    {
        double product = System.Numerics.Tensors.TensorPrimitives.Dot<float>(a, b);
        double norm = System.Numerics.Tensors.TensorPrimitives.Norm<float>(a) * System.Numerics.Tensors.TensorPrimitives.Norm<float>(b);
        return norm > 1e-9 ? product / norm : 0;
    }
}

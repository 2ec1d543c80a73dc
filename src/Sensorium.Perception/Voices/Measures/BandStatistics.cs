namespace Sensorium.Perception;

/// <summary>How sixteen bands of a voice move, alone and together: their lopsidedness, what loud and quiet moments change in them, how fast they change, and which rise and fall with which.</summary>
internal sealed class BandStatistics
{
    private const int Bands = 16;
    private const int Width = VoiceSound.Bands / Bands;
    private static readonly int[] Lags = [1, 3, 8, 20];
    private readonly int[] _active;
    private readonly float[] _bands;
    private readonly float[] _levels;
    private readonly double[] _mean = new double[Bands];
    private readonly double[] _sd = new double[Bands];

    /// <summary>Gathers the bands of the frames.</summary>
    /// <param name="frames">The voice.</param>
    /// <param name="active">The frames that count, in order, at least one.</param>
    public BandStatistics(VoiceFrames frames, int[] active)
    {
        _active = active;
        _bands = new float[active.Length * Bands];
        _levels = [.. active.Select(t => frames.Of(VoiceMeasure.Level)[t])];
        for (int i = 0; i < active.Length; i++)
        {
            for (int band = 0; band < VoiceSound.Bands; band++)
            {
                _bands[(i * Bands) + (band / Width)] += frames.LogMel[(active[i] * VoiceSound.Bands) + band] / Width;
            }
        }

        for (int b = 0; b < Bands; b++)
        {
            _mean[b] = Mean(i => Value(i, b));
            _sd[b] = Math.Sqrt(Mean(i => Square(Value(i, b) - _mean[b])));
        }
    }

    /// <summary>Hands out the statistics.</summary>
    /// <param name="add">Takes each name and value.</param>
    public void AddTo(Action<string, float> add)
    {
        float[] ordered = [.. _levels.Order()];
        float loud = ordered[(int)(0.8 * (ordered.Length - 1))], quiet = ordered[(int)(0.3 * (ordered.Length - 1))];
        for (int b = 0; b < Bands; b++)
        {
            add($"skew{b}", (float)Mean(i => Math.Pow((Value(i, b) - _mean[b]) / (_sd[b] + 0.1), 3)));
            add($"loud{b}", Difference(b, level => level >= loud));
            add($"quiet{b}", Difference(b, level => level <= quiet));
            foreach (int lag in Lags)
            {
                add($"change{b}.{lag}", Change(b, lag));
            }

            for (int other = b + 1; other < Bands; other++)
            {
                add($"with{b}.{other}", Correlation(b, other));
            }
        }
    }

    private static double Square(double value) => value * value;

    private double Value(int i, int band) => _bands[(i * Bands) + band];

    private double Mean(Func<int, double> value)
    {
        double sum = 0;
        for (int i = 0; i < _active.Length; i++)
        {
            sum += value(i);
        }

        return sum / _active.Length;
    }

    private float Difference(int band, Func<float, bool> counts)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < _active.Length; i++)
        {
            if (counts(_levels[i]))
            {
                sum += Value(i, band);
                count++;
            }
        }

        return (float)((sum / count) - _mean[band]);
    }

    // Mean distance between frames that lie a lag apart, both active.
    private float Change(int band, int lag)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0, j = 0; i < _active.Length; i++)
        {
            while (j < _active.Length && _active[j] < _active[i] + lag)
            {
                j++;
            }

            if (j < _active.Length && _active[j] == _active[i] + lag)
            {
                sum += Math.Abs(Value(j, band) - Value(i, band));
                count++;
            }
        }

        return (float)(sum / Math.Max(1, count));
    }

    private float Correlation(int one, int other)
    {
        double product = Mean(i => (Value(i, one) - _mean[one]) * (Value(i, other) - _mean[other]));
        return (float)(product / ((_sd[one] * _sd[other]) + 1e-3));
    }
}

using Sensorium.Audio;

namespace Sensorium.Lab.Listening;

/// <summary>
/// What can be heard in a short sound, as numbers: how loud it is, how its power lies over frequency, its pitch and harmonics, how it
/// moves in time and at what rates. It sees samples and nothing else. One instance serves one thread at a time.
/// </summary>
internal sealed class SoundFeatures
{
    private const int LongSize = 8192;
    private const int LongHop = 2048;
    private const int ShortSize = 1024;
    private const int FramesASecond = 100;
    private const int ShapeBands = 40;
    private const int TimeBands = 12;

    private readonly PowerFrames _long = new(LongSize, LongHop);
    private readonly PowerFrames _short;
    private readonly MelFilterbank _shape;
    private readonly MelFilterbank _time;
    private readonly double _hertzPerBin;

    /// <summary>Prepares for sounds of one rate.</summary>
    /// <param name="sampleRate">Frames a second, at least 32000.</param>
    public SoundFeatures(int sampleRate)
    {
        _short = new PowerFrames(ShortSize, sampleRate / FramesASecond);
        _shape = new MelFilterbank(sampleRate, LongSize, ShapeBands, 40, 12000);
        _time = new MelFilterbank(sampleRate, ShortSize, TimeBands, 40, 10000);
        _hertzPerBin = (double)sampleRate / LongSize;
    }

    /// <summary>How many numbers describe a sound.</summary>
    public static int Count { get; } =
        1 + ShapeBands + HarmonicShape.Count + TemporalShape.Count + TimeBands + (4 * ModulationSpectrum.BandCount);

    /// <summary>Describes a sound.</summary>
    /// <param name="sound">At least .3 s at the rate of the constructor.</param>
    /// <returns><see cref="Count"/> numbers, most of them in dB.</returns>
    public double[] Of(SoundBuffer sound)
    {
        List<double> features = new(Count);
        AddSpectrum(features, MeanPower(sound));
        AddTime(features, Envelopes(sound));
        return [.. features];
    }

    private float[] MeanPower(SoundBuffer sound)
    {
        float[] mean = new float[_long.Bins];
        float[] power = new float[_long.Bins];
        int count = _long.Count(sound);
        for (int i = 0; i < count; i++)
        {
            _long.Read(sound, i, power);
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(power, 1f / count, mean, mean);
        }

        return mean;
    }

    private void AddSpectrum(List<double> features, float[] mean)
    {
        double total = Math.Max(System.Numerics.Tensors.TensorPrimitives.Sum(mean), 1e-20);
        features.Add(Decibels.Of(total, 1e-12));
        float[] bands = new float[ShapeBands];
        _shape.Apply(mean, bands);
        foreach (float band in bands)
        {
            features.Add(Decibels.Of(band / total, 1e-9));
        }

        HarmonicShape.Add(features, mean, _hertzPerBin);
    }

    /// <summary>Power over time in mel bands.</summary>
    /// <returns><c>[bands x frames]</c>.</returns>
    private double[][] Envelopes(SoundBuffer sound)
    {
        int count = _short.Count(sound);
        double[][] envelopes = [.. Enumerable.Range(0, TimeBands).Select(_ => new double[count])];
        float[] power = new float[_short.Bins];
        float[] bands = new float[TimeBands];
        for (int i = 0; i < count; i++)
        {
            _short.Read(sound, i, power);
            _time.Apply(power, bands);
            for (int b = 0; b < TimeBands; b++)
            {
                envelopes[b][i] = bands[b];
            }
        }

        return envelopes;
    }

    private static void AddTime(List<double> features, double[][] envelopes)
    {
        double[] all = Sum(envelopes);
        TemporalShape.Add(features, all);
        foreach (double[] envelope in envelopes)
        {
            features.Add(TemporalShape.Spread(envelope));
        }

        const int Third = TimeBands / 3;
        foreach (double[] envelope in new[] { all, Sum(envelopes[..Third]), Sum(envelopes[Third..(2 * Third)]), Sum(envelopes[(2 * Third)..]) })
        {
            ModulationSpectrum.Add(features, envelope, FramesASecond);
        }
    }

    private static double[] Sum(double[][] envelopes)
    {
        double[] sum = new double[envelopes[0].Length];
        foreach (double[] envelope in envelopes)
        {
            System.Numerics.Tensors.TensorPrimitives.Add(sum, envelope, sum);
        }

        return sum;
    }
}

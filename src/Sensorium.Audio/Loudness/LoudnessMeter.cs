namespace Sensorium.Audio;

/// <summary>
/// Measures loudness by ITU-R BS.1770-4, "Algorithms to measure audio programme loudness and true-peak audio level" (2015), with the
/// momentary and short-term readings of EBU Tech 3341 (2016).
/// </summary>
/// <remarks>
/// Samples pass the K-weighting, their power is taken over blocks of 400 ms that start every 100 ms, and blocks below -70 LUFS, then those more than
/// 10 LU below the mean of the rest, are left out. A mono sound is one channel: the same sound in both channels of a stereo file reads 3.01 LU louder.
/// Nothing is allocated while the sound is shorter than the expected length; after that the store of one number each 100 ms doubles.
/// </remarks>
public sealed class LoudnessMeter
{
    private const double AbsoluteGate = -70;
    private const double RelativeGate = -10;
    private const double Offset = -0.691;
    private const int HopsPerBlock = 4;
    private const int HopsPerShortTerm = 30;
    private readonly KWeighting _filter;
    private readonly float[] _silence;
    private readonly int _hop;
    private double[] _energies;
    private int _count;
    private double _energy;
    private int _filled;

    /// <summary>Makes a meter.</summary>
    /// <param name="sampleRate">Frames a second, at least 8000.</param>
    /// <param name="expectedSeconds">How long a sound is measured without allocating; at least 1.</param>
    public LoudnessMeter(int sampleRate, int expectedSeconds = 120)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 8000);
        ArgumentOutOfRangeException.ThrowIfLessThan(expectedSeconds, 1);
        _filter = new KWeighting(sampleRate);
        _hop = (int)Math.Round(sampleRate / 10.0);
        _silence = new float[_hop];
        _energies = new double[expectedSeconds * 10];
    }

    /// <summary>Integrated (gated) loudness of all that was heard, in LUFS; negative infinity for silence and for less than 400 ms.</summary>
    public double Integrated
    {
        get
        {
            double gate = Math.Max(Loudness(MeanAbove(AbsoluteGate)) + RelativeGate, AbsoluteGate);
            return Loudness(MeanAbove(gate));
        }
    }

    /// <summary>The loudest 400 ms, ungated, in LUFS; negative infinity for silence and for less than 400 ms.</summary>
    public double MomentaryMaximum => Loudness(Maximum(HopsPerBlock));

    /// <summary>The loudest 3 s, ungated, in LUFS; negative infinity for silence and for less than 3 s.</summary>
    public double ShortTermMaximum => Loudness(Maximum(HopsPerShortTerm));

    /// <summary>Measures a whole sound.</summary>
    /// <param name="sound">One or two channels, at least 8000 frames a second.</param>
    /// <returns>A meter that has heard it.</returns>
    public static LoudnessMeter Measure(SoundBuffer sound)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sound.ChannelCount, 2);
        var meter = new LoudnessMeter(sound.SampleRate, Math.Max(1, (sound.Length / sound.SampleRate) + 1));
        if (sound.ChannelCount == 1)
        {
            meter.Process(sound.Channel(0));
        }
        else
        {
            meter.Process(sound.Channel(0), sound.Channel(1));
        }

        return meter;
    }

    /// <summary>Hears the next frames of a mono sound.</summary>
    /// <param name="samples">Any number of samples.</param>
    public void Process(ReadOnlySpan<float> samples)
    {
        while (samples.Length > 0)
        {
            int take = Math.Min(samples.Length, _hop);
            Process(samples[..take], _silence.AsSpan(0, take));
            samples = samples[take..];
        }
    }

    /// <summary>Hears the next frames of a stereo sound.</summary>
    /// <param name="left">Any number of samples.</param>
    /// <param name="right">As many.</param>
    public void Process(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Length, left.Length);
        while (left.Length > 0)
        {
            int take = Math.Min(left.Length, _hop - _filled);
            _energy += _filter.SumOfSquares(left[..take], right[..take]);
            _filled += take;
            if (_filled == _hop)
            {
                if (_count == _energies.Length)
                {
                    Array.Resize(ref _energies, _count * 2);
                }

                _energies[_count++] = _energy / _hop;
                _energy = 0;
                _filled = 0;
            }

            left = left[take..];
            right = right[take..];
        }
    }

    /// <summary>Forgets everything heard.</summary>
    public void Reset()
    {
        _filter.Reset();
        _count = _filled = 0;
        _energy = 0;
    }

    private static double Loudness(double power) => power > 0 ? Offset + (10 * Math.Log10(power)) : double.NegativeInfinity;

    /// <summary>Mean power of the 400 ms blocks that are louder than a gate in LUFS.</summary>
    private double MeanAbove(double gate)
    {
        double threshold = Math.Pow(10, (gate - Offset) / 10);
        double sum = 0;
        int blocks = 0;
        for (int i = 0; i + HopsPerBlock <= _count; i++)
        {
            double power = (_energies[i] + _energies[i + 1] + _energies[i + 2] + _energies[i + 3]) / HopsPerBlock;
            if (power > threshold)
            {
                sum += power;
                blocks++;
            }
        }

        return blocks == 0 ? 0 : sum / blocks;
    }

    private double Maximum(int hops)
    {
        double maximum = 0;
        for (int i = 0; i + hops <= _count; i++)
        {
            double sum = 0;
            foreach (double energy in _energies.AsSpan(i, hops))
            {
                sum += energy;
            }

            maximum = Math.Max(maximum, sum / hops);
        }

        return maximum;
    }
}

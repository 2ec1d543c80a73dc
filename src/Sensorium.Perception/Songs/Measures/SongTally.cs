using System.Numerics;
using System.Numerics.Tensors;
using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>Adds up what is measured of a whole song; a histogram keeps the levels, so that memory stays flat.</summary>
internal sealed class SongTally
{
    private const int LowestLevel = -100, LevelSteps = 2 * 110;
    private const double Heard = 40, TempoWidth = 0.04;
    private readonly LoudnessMeter _loudness = new(SongSound.SampleRate);
    private readonly long[] _levels = new long[LevelSteps];
    private readonly List<(float Tempo, float Strength)> _tempos = [];
    private readonly float[] _heard = new float[SongSound.PitchClasses];
    private readonly float[] _sounding = new float[SongSound.PitchClasses];
    private double _squares, _flatness, _centroid, _centroidWeight;
    private long _crossings, _frames, _onsets;
    private float _last;

    /// <summary>Samples so far.</summary>
    public long Samples { get; private set; }

    /// <summary>Whether anything is louder than silence.</summary>
    public bool IsSilent => _squares <= Samples * 1e-9;

    /// <summary>Takes samples.</summary>
    /// <param name="samples">The next samples.</param>
    public void Add(ReadOnlySpan<float> samples)
    {
        _loudness.Process(samples);
        _squares += TensorPrimitives.SumOfSquares(samples);
        _crossings += Crossings(samples, _last);
        _last = samples.IsEmpty ? _last : samples[^1];
        Samples += samples.Length;
    }

    /// <summary>Takes a pitch frame.</summary>
    /// <param name="level">Its level in dB.</param>
    /// <param name="amplitude">The same as a root of a mean square.</param>
    /// <param name="centroid">Its centroid in hertz.</param>
    /// <param name="flatness">Its flatness.</param>
    public void Add(float level, float amplitude, float centroid, float flatness)
    {
        _levels[Math.Clamp((int)((level - LowestLevel) * 2), 0, LevelSteps - 1)]++;
        _centroid += centroid * amplitude;
        _centroidWeight += amplitude;
        _flatness += flatness;
        _frames++;
    }

    /// <summary>Takes a part of a window that no other window shares.</summary>
    /// <param name="window">The window.</param>
    /// <param name="frames">How many of its frames are new; the last ones.</param>
    public void Add(SongWindow window, int frames)
    {
        for (int t = window.Frames - frames; t < window.Frames; t++)
        {
            float sum = 1e-9f;
            for (int i = 0; i < SongSound.PitchClasses; i++)
            {
                sum += window.Chroma[(t * SongSound.PitchClasses) + i];
            }

            for (int i = 0; i < SongSound.PitchClasses; i++)
            {
                _heard[i] += window.Chroma[(t * SongSound.PitchClasses) + i] / sum;
            }

            ulong mask = window.Masks[t];
            float share = 1f / Math.Max(1, BitOperations.PopCount(mask));
            for (ulong rest = mask; rest != 0; rest &= rest - 1)
            {
                _sounding[(BitOperations.TrailingZeroCount(rest) + PitchSalience.Lowest) % SongSound.PitchClasses] += share;
            }
        }

        int first = Math.Max(0, (window.Frames - frames) * SongSound.OnsetsPerFrame);
        _onsets += RhythmStatistics.Peaks(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(window.Onsets), out _).Count(at => at >= first);
    }

    /// <summary>Takes the tempo of a window.</summary>
    /// <param name="tempo">Beats a minute.</param>
    /// <param name="strength">How much repeats, 0..1.</param>
    public void AddTempo(double tempo, double strength) => _tempos.Add(((float)tempo, (float)strength));

    /// <summary>What was measured.</summary>
    /// <param name="vocalShare">Share of the time with a voice.</param>
    /// <returns>The measures.</returns>
    public SongMeasures Measures(double vocalShare)
    {
        (double tempo, double strength) = Tempo();
        double loudness = _loudness.Integrated;
        return new SongMeasures
        {
            Tempo = tempo,
            TempoStrength = strength,
            Key = KeyFinder.Find([.. Share(_heard).Zip(Share(_sounding), (a, b) => a + b)]),
            Loudness = Math.Max(-70, double.IsFinite(loudness) ? loudness : -70),
            Dynamics = Dynamics(),
            Amplitude = Math.Sqrt(_squares / Math.Max(1, Samples)),
            Brightness = _centroidWeight > 0 ? _centroid / _centroidWeight : 0,
            Noise = IsSilent ? 0 : Math.Clamp(((_flatness / Math.Max(1, _frames)) + ((double)_crossings / Math.Max(1, Samples))) / 2, 0, 1),
            Density = _onsets / Math.Max(1, Samples / (double)SongSound.SampleRate),
            VocalShare = vocalShare,
        };
    }

    // How often the sign changes from one sample to the next.
    private static long Crossings(ReadOnlySpan<float> samples, float last)
    {
        long crossings = !samples.IsEmpty && (samples[0] >= 0) != (last >= 0) ? 1 : 0;
        int i = 1;
        for (; i + Vector<float>.Count <= samples.Length; i += Vector<float>.Count)
        {
            Vector<int> now = Vector.LessThan(new Vector<float>(samples[i..]), Vector<float>.Zero), before = Vector.LessThan(new Vector<float>(samples[(i - 1)..]), Vector<float>.Zero);
            crossings -= Vector.Sum(now ^ before);
        }

        for (; i < samples.Length; i++)
        {
            crossings += (samples[i] >= 0) != (samples[i - 1] >= 0) ? 1 : 0;
        }

        return crossings;
    }

    // The tempo that most windows agree on.
    private (double Tempo, double Strength) Tempo()
    {
        double best = 0, tempo = 0, strength = 0;
        foreach ((float candidate, _) in _tempos.Distinct())
        {
            double votes = 0, place = 0, strong = 0;
            foreach ((float other, float weight) in _tempos)
            {
                double distance = Math.Log2(other / candidate) / TempoWidth;
                double vote = (weight + 1e-3) * Math.Exp(-0.5 * distance * distance);
                votes += vote;
                place += vote * Math.Log2(other);
                strong += vote * weight;
            }

            (best, tempo, strength) = votes > best ? (votes, Math.Pow(2, place / votes), strong / votes) : (best, tempo, strength);
        }

        return (tempo, Math.Clamp(strength, 0, 1));
    }

    private double Dynamics()
    {
        int loudest = Array.FindLastIndex(_levels, count => count > 0);
        double count = 0, sum = 0, squares = 0;
        for (int i = Math.Max(0, loudest - (int)(2 * Heard)); i <= loudest; i++)
        {
            count += _levels[i];
            sum += _levels[i] * (i / 2.0);
            squares += _levels[i] * (i / 2.0) * (i / 2.0);
        }

        return count == 0 ? 0 : Math.Sqrt(Math.Max(0, (squares / count) - (sum / count * (sum / count))));
    }

    private static float[] Share(float[] values)
    {
        float sum = values.Sum() + 1e-9f;
        return Array.ConvertAll(values, value => value / sum);
    }
}

using System.Numerics.Tensors;

namespace Sensorium.Perception;

/// <summary>
/// Which notes sound together in a frame: peaks of the spectrum, levelled by their surroundings so that neither loudness nor equaliser matters, are
/// summed over the harmonics of each note; the strongest note is taken and its harmonics weakened, until what is left is weak (after Klapuri,
/// "Multiple fundamental frequency estimation by summing harmonic amplitudes", ISMIR 2006, on semitones instead of hertz). The tuning is followed.
/// </summary>
internal sealed class PitchSalience
{
    /// <summary>Lowest note, MIDI: E1.</summary>
    public const int Lowest = 28;

    /// <summary>Notes that are told apart: E1 to G6.</summary>
    public const int Count = 64;

    private const int MostNotes = 6;
    private const int Partials = 10;
    private const int Semitones = Count + 24;
    private const int FirstBin = 6, LastBin = 1020;
    private const float FaintestPeak = 2e-4f, Prominence = 2, WeakestNote = 0.36f, Levelling = 0.4f;
    private const double HertzPerBin = (double)SongSound.SampleRate / SongSound.PitchLength;
    private static readonly int[] Offsets = [0, 12, 19, 24, 28, 31, 34, 36, 38, 40];
    private static readonly float[][] Weights = [.. Enumerable.Range(0, Count).Select(WeightsOf)];

    private readonly double[] _sums = new double[(SongSound.PitchLength / 2) + 2];
    private readonly float[] _rest = new float[Semitones];
    private readonly float[] _levels = new float[Semitones];
    private double _cosine = 1e-6;
    private double _sine;

    /// <summary>Pitch classes from C to B, how strongly each is heard, before notes are told apart.</summary>
    public float[] Chroma { get; } = new float[SongSound.PitchClasses];

    /// <summary>Deviation from A = 440 Hz so far, in semitones.</summary>
    public double Tuning => Math.Atan2(_sine, _cosine) / (2 * Math.PI);

    /// <summary>Level of the louder of each note's first two partials in the last frame, dB.</summary>
    public float[] Levels { get; } = new float[Count];

    /// <summary>Hears the notes of a frame.</summary>
    /// <param name="power">Its squared magnitudes.</param>
    /// <returns>Bit i is set where the note <see cref="Lowest"/> + i sounds.</returns>
    public ulong Notes(ReadOnlySpan<float> power)
    {
        Gather(power);
        FoldChroma();
        TensorPrimitives.Max(_levels.AsSpan(0, Count), _levels.AsSpan(12, Count), Levels);
        ulong found = 0;
        float first = 0;
        for (int round = 0; round < MostNotes; round++)
        {
            (int best, float salience) = Strongest(found);
            first = round == 0 ? salience : first;
            if (salience <= 0 || salience < WeakestNote * first)
            {
                break;
            }

            found |= 1UL << best;
            Weaken(best);
        }

        return found;
    }

    private static float[] WeightsOf(int note)
    {
        double hertz = 440 * Math.Pow(2, (note + Lowest - 69) / 12.0);
        return [.. Enumerable.Range(1, Partials).Select(h => (float)((hertz + 52) / ((h * hertz) + 320)))];
    }

    private void Gather(ReadOnlySpan<float> power)
    {
        Array.Clear(_rest);
        Array.Fill(_levels, -120f);
        float floor = FaintestPeak * TensorPrimitives.Max(power[FirstBin..LastBin]);
        if (floor <= 1e-12f)
        {
            return;
        }

        for (int bin = 0; bin < power.Length; bin++)
        {
            _sums[bin + 1] = _sums[bin] + power[bin];
        }

        double tuning = Tuning;
        for (int bin = FirstBin; bin < LastBin; bin++)
        {
            float middle = power[bin];
            if (middle <= floor || middle < power[bin - 1] || middle <= power[bin + 1])
            {
                continue;
            }

            int from = (int)(bin * 0.8), to = Math.Max(bin + 3, (int)(bin * 1.25));
            float around = (float)((_sums[to + 1] - _sums[from]) / (to + 1 - from));
            if (middle > Prominence * around)
            {
                Put(bin, power[bin - 1], middle, power[bin + 1], around, tuning);
            }
        }
    }

    private void Put(int bin, float left, float middle, float right, float around, double tuning)
    {
        float l = MathF.Log2(left + 1e-20f), m = MathF.Log2(middle), r = MathF.Log2(right + 1e-20f);
        float bend = l - (2 * m) + r;
        double place = bin + (bend < 0 ? 0.5 * (l - r) / bend : 0);
        double semitone = 69 - Lowest + (12 * Math.Log2(place * HertzPerBin / 440));
        float strength = MathF.Sqrt(middle) / MathF.Pow(around, Levelling / 2);
        if (semitone > 12)
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * semitone);
            _sine += sine * strength;
            _cosine += cosine * strength;
        }

        int at = (int)Math.Round(semitone - tuning);
        if (at >= 0 && at < Semitones && strength > _rest[at])
        {
            _rest[at] = strength;
            _levels[at] = 3.0103f * m;
        }
    }

    private void FoldChroma()
    {
        Array.Clear(Chroma);
        for (int i = 0; i < Semitones - 12; i++)
        {
            Chroma[(i + Lowest) % SongSound.PitchClasses] += _rest[i];
        }
    }

    private (int Note, float Salience) Strongest(ulong found)
    {
        int best = 0;
        float most = 0;
        for (int note = 0; note < Count; note++)
        {
            // A note needs its first or, where it is deep, its second partial.
            if ((found >> note & 1) != 0 || (_rest[note] == 0 && (note > 17 || _rest[note + 12] == 0)))
            {
                continue;
            }

            float sum = 0;
            float[] weights = Weights[note];
            for (int h = 0; h < Partials && note + Offsets[h] < Semitones; h++)
            {
                sum += weights[h] * _rest[note + Offsets[h]];
            }

            (best, most) = sum > most ? (note, sum) : (best, most);
        }

        return (best, most);
    }

    private void Weaken(int note)
    {
        // Levelled partials are about as strong as each other, whatever the instrument.
        float strength = 1.1f * Math.Max(_rest[note], _rest[note + 12]);
        for (int h = 0; h < Partials && note + Offsets[h] < Semitones; h++)
        {
            ref float rest = ref _rest[note + Offsets[h]];
            rest -= Math.Min(rest, strength);
        }
    }
}

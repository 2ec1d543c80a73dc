using System.Numerics.Tensors;

namespace Sensorium.Perception;

/// <summary>
/// Which notes sound together in a frame: peaks of the spectrum, levelled by their surroundings so that neither loudness nor equaliser matters, are
/// gathered into semitones, and <see cref="NoteEar"/> tells the notes from their overtones. The tuning is followed.
/// </summary>
internal sealed class PitchSalience
{
    /// <summary>Lowest note, MIDI: E1.</summary>
    public const int Lowest = 28;

    /// <summary>Notes that are told apart: E1 to G6.</summary>
    public const int Count = 64;

    /// <summary>Semitones that peaks are looked for in, from <see cref="Lowest"/> up.</summary>
    public const int Semitones = Count + 24;

    private const int FirstBin = 6, LastBin = 1020, LastAround = 1280;
    private const float FaintestPeak = 1e-5f, Prominence = 1.5f, Levelling = 0.4f;
    private const float Range = 60;
    private const double HertzPerBin = (double)SongSound.SampleRate / SongSound.PitchLength;

    private readonly double[] _sums = new double[LastAround + 2];
    private readonly float[] _strengths = new float[Semitones];
    private readonly float[] _levels = new float[Semitones];
    private readonly NoteEar _ear = new();
    private readonly ProminentNotes _prominent = new();
    private double _cosine = 1e-6;
    private double _sine;

    /// <summary>Pitch classes from C to B, how strongly each is heard, before notes are told apart.</summary>
    public float[] Chroma { get; } = new float[SongSound.PitchClasses];

    /// <summary>Deviation from A = 440 Hz so far, in semitones.</summary>
    public double Tuning => Math.Atan2(_sine, _cosine) / (2 * Math.PI);

    /// <summary>Level of the louder of each note's first two partials in the last frame, dB.</summary>
    public float[] Levels { get; } = new float[Count];

    /// <summary>Each semitone's peak of the last frame in dB above the range that is heard, 0 (no peak) .. 1 (the loudest).</summary>
    public float[] Heights { get; } = new float[Semitones];

    /// <summary>The square root of each semitone's levelled peak, 0 (no peak) .. 1 (the strongest).</summary>
    public float[] Peaks { get; } = new float[Semitones];

    /// <summary>The notes that stand out in the last frame; see <see cref="ProminentNotes"/>.</summary>
    public ulong Prominent { get; private set; }

    /// <summary>Hears the notes of a frame.</summary>
    /// <param name="power">Its squared magnitudes.</param>
    /// <returns>Bit i is set where the note <see cref="Lowest"/> + i sounds.</returns>
    public ulong Notes(ReadOnlySpan<float> power)
    {
        Gather(power);
        FoldChroma();
        TensorPrimitives.Max(_levels.AsSpan(0, Count), _levels.AsSpan(12, Count), Levels);
        Prominent = _prominent.Find(_strengths);
        Scale();
        return _ear.Notes(Heights, Peaks);
    }

    private void Gather(ReadOnlySpan<float> power)
    {
        Array.Clear(_strengths);
        Array.Fill(_levels, -120f);
        float floor = FaintestPeak * TensorPrimitives.Max(power[FirstBin..LastBin]);
        if (floor <= 1e-12f)
        {
            return;
        }

        for (int bin = 0; bin <= LastAround; bin++)
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
        if (at >= 0 && at < Semitones && strength > _strengths[at])
        {
            _strengths[at] = strength;
            _levels[at] = 3.0103f * m;
        }
    }

    private void FoldChroma()
    {
        Array.Clear(Chroma);
        for (int i = 0; i < Semitones - 12; i++)
        {
            Chroma[(i + Lowest) % SongSound.PitchClasses] += _strengths[i];
        }
    }

    private void Scale()
    {
        float loudest = TensorPrimitives.Max<float>(_levels), strongest = TensorPrimitives.Max<float>(_strengths) + 1e-20f;
        for (int i = 0; i < Semitones; i++)
        {
            bool peak = _strengths[i] > 0;
            Heights[i] = peak ? Math.Max(0, (_levels[i] - loudest + Range) / Range) : 0;
            Peaks[i] = peak ? MathF.Sqrt(_strengths[i] / strongest) : 0;
        }
    }
}

namespace Sensorium.Perception;

/// <summary>
/// Which notes stand out in a frame: levelled peaks are summed over the harmonics of each note; the strongest note is taken and its harmonics weakened,
/// until what is left is weak (after Klapuri, "Multiple fundamental frequency estimation by summing harmonic amplitudes", ISMIR 2006, on semitones instead
/// of hertz). Overtones of bright tones pass for notes here, and what is struck anew hides what rings: worse for harmony than <see cref="NoteEar"/>, but it
/// tells how busy and how hard the playing is.
/// </summary>
internal sealed class ProminentNotes
{
    private const int Count = PitchSalience.Count, Semitones = PitchSalience.Semitones;
    private const int MostNotes = 6, Partials = 10, LastDeep = 17;
    private const float WeakestNote = 0.36f;
    private static readonly int[] Offsets = [0, 12, 19, 24, 28, 31, 34, 36, 38, 40];
    private static readonly float[][] Weights = [.. Enumerable.Range(0, Count).Select(WeightsOf)];
    private readonly float[] _rest = new float[Semitones];

    /// <summary>Finds them.</summary>
    /// <param name="strengths">Levelled peaks, one a semitone from <see cref="PitchSalience.Lowest"/> up.</param>
    /// <returns>Bit i is set where the note <see cref="PitchSalience.Lowest"/> + i stands out; at most six are.</returns>
    public ulong Find(ReadOnlySpan<float> strengths)
    {
        strengths.CopyTo(_rest);
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
        double hertz = 440 * Math.Pow(2, (note + PitchSalience.Lowest - 69) / 12.0);
        return [.. Enumerable.Range(1, Partials).Select(h => (float)((hertz + 52) / ((h * hertz) + 320)))];
    }

    private (int Note, float Salience) Strongest(ulong found)
    {
        int best = 0;
        float most = 0;
        for (int note = 0; note < Count; note++)
        {
            // A note needs its first or, where it is deep, its second partial.
            if ((found >> note & 1) != 0 || (_rest[note] == 0 && (note > LastDeep || _rest[note + 12] == 0)))
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

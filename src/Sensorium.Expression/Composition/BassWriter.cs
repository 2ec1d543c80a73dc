using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>Writes the bass: roots, and fifths and octaves where it is lively.</summary>
internal sealed class BassWriter(StylePart part, Pcg32 random)
{
    private int _last = -1;

    /// <summary>Writes all bars.</summary>
    public List<DraftNote> Write(CompositionPlan plan)
    {
        List<DraftNote> notes = [];
        foreach (CompositionBar bar in plan.Bars)
        {
            bool isEnd = bar.Index == plan.Bars.Count - 1;
            double length = (double)plan.BeatsPerBar / bar.Chords.Count;
            for (int half = 0; half < bar.Chords.Count; half++)
            {
                int root = Root(bar.Chords[half], bar.Character);
                Write(bar, bar.Beat + (half * length), isEnd, length, root, plan.BeatsPerBar, notes);
                _last = root;
            }
        }

        return notes;
    }

    private void Write(CompositionBar bar, double start, bool isEnd, double length, int root, int beatsPerBar, List<DraftNote> notes)
    {
        double drive = bar.Character.Drive;
        int fifth = root + 7 <= part.Highest && bar.ChordAt((start - bar.Beat) / beatsPerBar).Contains(root + 7) ? root + 7 : root;
        int octave = root + 12 <= part.Highest + 4 ? root + 12 : root;
        if (isEnd || drive < 0.35 || beatsPerBar == 3)
        {
            notes.Add(new DraftNote(start, length, root, -1));
            if (part.Rings && drive > 0.6 && octave != root)
            {
                notes.Add(new DraftNote(start, length, octave, -6));
            }

            return;
        }

        double step = drive < 0.5 ? 2 : drive < 0.72 ? 1 : 0.5;
        int i = 0;
        for (double beat = start; beat < start + length - 0.01; beat += step, i++)
        {
            int pitch = (i % 4) switch { 0 => root, 1 => step < 1 ? octave : fifth, 2 => step < 1 ? root : octave, _ => random.Next(3) == 0 ? fifth : octave };
            double sounds = part.Rings && step >= 1 ? Math.Min(step * 1.5, start + length - beat) : step * 0.92;
            notes.Add(new DraftNote(beat, sounds, pitch, i == 0 ? 1 : -4));
        }
    }

    // Lively music reaches lower.
    private int Root(Chord chord, MusicalCharacter character)
    {
        double target = part.Lowest + 6 + ((part.Highest - part.Lowest - 12) * (1 - (0.8 * character.Drive))) + (character.Mode <= Mode.Mixolydian ? 1.5 : -1);
        int pitch = ScaleNotes.Nearest(_last < 0 ? target : (target + _last) / 2, p => p % 12 == chord.Root);
        return pitch < part.Lowest ? pitch + 12 : pitch > part.Highest ? pitch - 12 : pitch;
    }
}

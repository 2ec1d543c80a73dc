using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>Writes accompaniments: chords whose notes move little from one to the next, held or broken.</summary>
internal sealed class ChordWriter
{
    private const double PatternChanges = 0.4, Omitted = 0.12;
    private readonly StylePart _part;
    private ChordPattern _pattern;
    private readonly Pcg32 _random;
    private int[] _voicing = [];

    public ChordWriter(StylePart part, Pcg32 random)
    {
        (_part, _random) = (part, random);
        _pattern = part.Patterns[random.Next(part.Patterns.Count)];
    }

    /// <summary>Writes all bars.</summary>
    public List<DraftNote> Write(CompositionPlan plan)
    {
        List<DraftNote> notes = [];
        foreach (CompositionBar bar in plan.Bars)
        {
            bool isEnd = bar.Index == plan.Bars.Count - 1;

            // Contrasting phrases may be accompanied in another way.
            _pattern = bar.InPhrase == 0 && _random.NextDouble() < PatternChanges ? _part.Patterns[_random.Next(_part.Patterns.Count)] : _pattern;
            double length = (double)plan.BeatsPerBar / bar.Chords.Count;
            for (int half = 0; half < bar.Chords.Count; half++)
            {
                _voicing = Voice(bar.Chords[half], bar.Character);
                double start = bar.Beat + (half * length);
                if (isEnd || _part.Role == CompositionRole.Pad)
                {
                    notes.AddRange(_voicing.Select((pitch, i) => new DraftNote(start + (isEnd ? 0.06 * i : 0), length - (isEnd ? 0.06 * i : 0), pitch, isEnd ? -4 : -12)));
                }
                else
                {
                    Break(bar, start, length, plan.BeatsPerBar, notes);
                }
            }
        }

        return notes;
    }

    private void Break(CompositionBar bar, double start, double length, int beatsPerBar, List<DraftNote> notes)
    {
        double drive = bar.Character.Drive, end = start + length;
        switch (_pattern)
        {
            case ChordPattern.Offbeats:
                Offbeats(bar.Beat, start, end, beatsPerBar, drive, notes);
                break;
            case ChordPattern.Block:
                Block(start, end, drive, notes);
                break;
            case ChordPattern.Strum:
                Strum(start, end, drive, notes);
                break;
            default:
                Arpeggio(start, end, drive, notes);
                break;
        }
    }

    private void Offbeats(double bar, double start, double end, int beatsPerBar, double drive, List<DraftNote> notes)
    {
        for (double beat = start; beat < end; beat++)
        {
            if (Math.Abs((beat - bar) % (beatsPerBar == 3 ? 3 : 2)) < 0.01)
            {
                continue; // Here the bass sounds.
            }

            AddAll(beat, drive > 0.5 ? 0.5 : 0.8, end, -10, notes);
            if (drive > 0.75)
            {
                AddAll(beat + 0.5, 0.4, end, -16, notes);
            }
        }
    }

    private void Block(double start, double end, double drive, List<DraftNote> notes)
    {
        bool isSlow = drive < 0.3;
        double step = drive < 0.66 ? 1 : 0.5;
        for (double beat = start; beat < end - 0.01; beat += step)
        {
            bool isOff = isSlow ? (beat - start) % 2 > 0.5 : Math.Abs(beat - Math.Floor(beat)) > 0.01;
            if (beat == start || _random.NextDouble() >= Omitted)
            {
                AddAll(beat, isOff || !isSlow ? step : 2, end, isOff ? -14 : -8, notes, isOff ? 1 : drive > 0.62 ? 2 : _voicing.Length);
            }
        }
    }

    private void Strum(double start, double end, double drive, List<DraftNote> notes)
    {
        const double Apart = 0.025;
        double step = drive < 0.35 ? 1 : 0.5;
        for (double beat = start; beat < end - 0.01; beat += step)
        {
            bool isUp = Math.Abs(beat - Math.Floor(beat)) > 0.01;
            if (isUp && _random.NextDouble() > drive)
            {
                continue;
            }

            int[] order = isUp ? [.. _voicing.Reverse().Take(2)] : _voicing;
            for (int i = 0; i < order.Length; i++)
            {
                notes.Add(new DraftNote(beat + (Apart * i), Math.Max(0.2, step - (Apart * i)), order[i], isUp ? -15 : -9 - i));
            }
        }
    }

    private void Arpeggio(double start, double end, double drive, List<DraftNote> notes)
    {
        double step = drive < 0.74 ? 0.5 : 0.25;
        int[] order = Order(_pattern, _voicing.Length);
        int i = 0;
        for (double beat = start; beat < end - 0.01; beat += step, i++)
        {
            if (i > 0 && _random.NextDouble() < Omitted)
            {
                continue;
            }

            int voice = order[i % order.Length];
            double sounds = _part.Rings ? end - beat : step * 0.95;
            notes.Add(new DraftNote(beat, sounds, _voicing[voice], i == 0 ? -7 : -11));
            if (drive > 0.55 && i % 4 == 0 && _voicing.Length > 2)
            {
                notes.Add(new DraftNote(beat, sounds, _voicing[(voice + 2) % _voicing.Length], -12));
            }
        }
    }

    private void AddAll(double beat, double length, double end, double accent, List<DraftNote> notes, int count = int.MaxValue)
    {
        // Held chords ring to the next stroke under a pedal; others keep their length.
        double sounds = Math.Min(length, end - beat) * (_part.Rings ? 0.98 : 0.85);
        foreach (int pitch in _voicing.TakeLast(count))
        {
            notes.Add(new DraftNote(beat, sounds, pitch, accent));
        }
    }

    private static int[] Order(ChordPattern pattern, int notes) => pattern == ChordPattern.Alberti
        ? [0, notes - 1, notes / 2, notes - 1]
        : [.. Enumerable.Range(0, notes), .. Enumerable.Range(1, Math.Max(0, notes - 2)).Reverse()];

    // The inversion and place whose notes move least; without a chord before it, the one in the middle of the range.
    private int[] Voice(Chord chord, MusicalCharacter character)
    {
        int[] tones = chord.Tones.ToArray();
        tones = tones.Length == 5 ? [tones[1], tones[2], tones[3], tones[4]] : tones;
        double centre = ((_part.Lowest + _part.Highest) / 2.0) + Math.Clamp((character.Register - 71) / 2, -3, 3);
        int[] best = [];
        double least = double.MaxValue;
        for (int lowest = _part.Lowest; lowest <= _part.Highest - 8; lowest++)
        {
            int inversion = Array.IndexOf(tones, lowest % 12);
            if (inversion < 0)
            {
                continue;
            }

            var notes = new int[tones.Length];
            notes[0] = lowest;
            for (int i = 1; i < notes.Length; i++)
            {
                int pitchClass = tones[(inversion + i) % tones.Length];
                notes[i] = notes[i - 1] + (((pitchClass - notes[i - 1]) % 12) + 12) % 12;
            }

            double cost = Math.Abs(notes.Average() - centre) * 0.5;
            for (int i = 0; i < notes.Length && _voicing.Length > 0; i++)
            {
                cost += _voicing.Min(before => Math.Abs(before - notes[i]));
            }

            cost += notes[^1] > _part.Highest ? 100 : 0;
            (best, least) = cost < least ? (notes, cost) : (best, least);
        }

        return best;
    }
}

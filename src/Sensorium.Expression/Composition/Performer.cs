using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>Plays what was written: loudness by path, metre and phrase; onsets a little off the beat; every note within its range and its piece.</summary>
internal sealed class Performer(CompositionStyle style, CompositionPlan plan, ulong seed, Pcg32 random)
{
    private const double Shortest = 1 / 16.0;

    /// <summary>Plays a part.</summary>
    /// <param name="draft">Its notes.</param>
    /// <param name="lowest">Lowest pitch that its instrument has.</param>
    /// <param name="highest">Highest pitch.</param>
    /// <returns>The notes by onset; notes of one pitch never overlap.</returns>
    public List<Note> Play(IEnumerable<DraftNote> draft, int lowest, int highest)
    {
        double end = plan.Bars.Count * plan.BeatsPerBar;
        List<Note> notes = [];
        foreach (DraftNote written in draft)
        {
            CompositionBar bar = plan.Bars[Math.Clamp((int)(written.Beat / plan.BeatsPerBar), 0, plan.Bars.Count - 1)];
            double loose = (Loose(written.Beat) + (0.2 * random.NextGaussian())) * style.Looseness / 1000 * bar.Tempo / 60;
            bool isLate = style.Swing > 0 && Math.Abs(written.Beat - Math.Floor(written.Beat) - 0.5) < 0.01;
            double start = Math.Clamp(written.Beat + (isLate ? style.Swing / 2 : 0) + Math.Clamp(loose, -0.06, 0.06), 0, end - Shortest);
            double length = Math.Clamp(written.Length, Shortest, end - start);
            double phrase = 4 * Math.Sin(Math.PI * (bar.InPhrase + 0.5) / bar.Phrase.Bars);
            double velocity = bar.Character.Velocity + written.Accent + phrase - 2 + (2.5 * random.NextGaussian());
            if (written.Pitch >= lowest && written.Pitch <= highest)
            {
                notes.Add(new Note(start, length, written.Pitch, Math.Clamp((int)Math.Round(velocity), 18, 124)));
            }
        }

        return Apart(notes);
    }

    // What begins together stays together: one deviation for each place in time, whatever the part.
    private double Loose(double beat) => new Pcg32(seed, (ulong)Math.Round(beat * 960)).NextGaussian();

    // One key sounds once at a time: a note ends where the next of its pitch begins; of two that begin together the longer stays.
    private static List<Note> Apart(List<Note> notes)
    {
        List<Note> apart = [];
        foreach (IGrouping<int, Note> pitch in notes.GroupBy(note => note.Pitch))
        {
            Note[] line = [.. pitch.OrderBy(note => note.Start).ThenBy(note => note.Length)];
            for (int i = 0; i < line.Length; i++)
            {
                double room = i + 1 < line.Length ? line[i + 1].Start - line[i].Start : double.MaxValue;
                if (room >= Shortest)
                {
                    apart.Add(line[i] with { Length = Math.Min(line[i].Length, room) });
                }
            }
        }

        apart.Sort((a, b) => (a.Start, a.Pitch).CompareTo((b.Start, b.Pitch)));
        return apart;
    }
}

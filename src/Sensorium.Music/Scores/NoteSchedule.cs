namespace Sensorium.Music;

/// <summary>
/// Puts the notes of a part onto an integer grid so that no note can stick or be cut short by another:
/// after rounding, the notes of one pitch never overlap and each lasts at least one step.
/// </summary>
internal static class NoteSchedule
{
    /// <summary>Rounds the notes of a part to a grid.</summary>
    /// <param name="part">The part.</param>
    /// <param name="stepAt">The grid's step at a beat, not yet rounded; rising.</param>
    /// <returns>The notes by onset, then by pitch.</returns>
    /// <exception cref="ArgumentException">A note lies outside the ranges that <see cref="Note"/> states.</exception>
    public static ScheduledNote[] OnGrid(Part part, Func<double, double> stepAt)
    {
        var byPitch = new List<ScheduledNote>(part.Notes.Count);
        foreach (Note note in part.Notes)
        {
            Check(note, part.Name);
            long start = (long)Math.Round(stepAt(note.Start));
            long end = (long)Math.Round(stepAt(note.Start + note.Length));
            byPitch.Add(new ScheduledNote(start, Math.Max(end, start + 1), note.Pitch, note.Velocity));
        }

        // Comparing every field makes the order, and so the result, independent of the order in which the notes came.
        byPitch.Sort(static (a, b) => (a.Pitch, a.Start, a.End, a.Velocity).CompareTo((b.Pitch, b.Start, b.End, b.Velocity)));
        var notes = new List<ScheduledNote>(byPitch.Count);
        for (int i = 0; i < byPitch.Count; i++)
        {
            ScheduledNote note = byPitch[i];
            if (i + 1 < byPitch.Count && byPitch[i + 1].Pitch == note.Pitch)
            {
                if (byPitch[i + 1].Start == note.Start)
                {
                    continue; // Two onsets of one key at one instant: the longer note, which sorts last, stands for both.
                }

                note = note with { End = Math.Min(note.End, byPitch[i + 1].Start) };
            }

            notes.Add(note);
        }

        notes.Sort(static (a, b) => (a.Start, a.Pitch).CompareTo((b.Start, b.Pitch)));
        return [.. notes];
    }

    private static void Check(Note note, string part)
    {
        if (!(note.Start >= 0) || !(note.Length > 0) || !double.IsFinite(note.Start + note.Length)
            || note.Pitch is < 0 or > 127 || note.Velocity is < 1 or > 127)
        {
            throw new ArgumentException($"Part \"{part}\": {note} is no note; Start >= 0, Length > 0, Pitch 0..127 and Velocity 1..127 are allowed.", nameof(note));
        }
    }
}

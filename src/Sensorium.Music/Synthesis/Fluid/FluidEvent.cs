namespace Sensorium.Music;

/// <summary>A key pressed or released at a block of the rendering.</summary>
/// <param name="Block">Block of 64 frames.</param>
/// <param name="IsOn">Pressed; sorts after releases, so that a repeated key is released before it sounds again.</param>
/// <param name="Part">Index of its part.</param>
/// <param name="Pitch">MIDI note number.</param>
/// <param name="Velocity">MIDI velocity.</param>
internal readonly record struct FluidEvent(long Block, bool IsOn, int Part, int Pitch, int Velocity)
{
    public static FluidEvent[] From(Score score, double blocksPerBeat)
    {
        var events = new List<FluidEvent>();
        for (int part = 0; part < score.Parts.Count; part++)
        {
            foreach (ScheduledNote note in NoteSchedule.OnGrid(score.Parts[part], blocksPerBeat))
            {
                events.Add(new FluidEvent(note.Start, true, part, note.Pitch, note.Velocity));
                events.Add(new FluidEvent(note.End, false, part, note.Pitch, 0));
            }
        }

        events.Sort(static (a, b) => (a.Block, a.IsOn, a.Part, a.Pitch).CompareTo((b.Block, b.IsOn, b.Part, b.Pitch)));
        return [.. events];
    }
}

namespace Sensorium.Music;

/// <summary>Something that happens at a block of the rendering.</summary>
/// <param name="Block">Block of 64 frames.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Part">Index of its part.</param>
/// <param name="Data1">MIDI note number, or controller.</param>
/// <param name="Data2">MIDI velocity, or the controller's value.</param>
internal readonly record struct FluidEvent(long Block, FluidEventKind Kind, int Part, int Data1, int Data2)
{
    public static FluidEvent[] From(Score score, double blocksPerSecond)
    {
        var events = new List<FluidEvent>();
        TempoMap tempi = new(score);
        for (int part = 0; part < score.Parts.Count; part++)
        {
            foreach (ScheduledNote note in NoteSchedule.OnGrid(score.Parts[part], beat => tempi.SecondsAt(beat) * blocksPerSecond))
            {
                events.Add(new FluidEvent(note.Start, FluidEventKind.Press, part, note.Pitch, note.Velocity));
                events.Add(new FluidEvent(note.End, FluidEventKind.Release, part, note.Pitch, 0));
            }

            foreach (PanMove move in score.Parts[part].PanMoves)
            {
                long block = (long)Math.Round(tempi.SecondsAt(move.Beat) * blocksPerSecond);
                events.Add(new FluidEvent(block, FluidEventKind.Control, part, MidiController.Pan, ChannelPlan.PanController(move.Pan)));
            }
        }

        events.Sort(static (a, b) => (a.Block, a.Kind, a.Part, a.Data1).CompareTo((b.Block, b.Kind, b.Part, b.Data1)));
        return [.. events];
    }
}

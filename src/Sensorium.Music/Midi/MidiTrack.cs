namespace Sensorium.Music;

/// <summary>One track of a MIDI file.</summary>
/// <param name="Events">Its events by tick, in the file's order within a tick; system-exclusive messages are left out.</param>
/// <param name="EndTick">Tick of its end.</param>
public sealed record MidiTrack(IReadOnlyList<MidiEvent> Events, long EndTick);

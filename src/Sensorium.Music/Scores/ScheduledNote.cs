namespace Sensorium.Music;

/// <summary>A note on an integer grid (MIDI ticks, frames or blocks).</summary>
/// <param name="Start">Grid position of its onset, at least 0.</param>
/// <param name="End">Grid position of its release, over <paramref name="Start"/>.</param>
/// <param name="Pitch">MIDI note number, 0..127.</param>
/// <param name="Velocity">MIDI velocity, 1..127.</param>
internal readonly record struct ScheduledNote(long Start, long End, int Pitch, int Velocity);

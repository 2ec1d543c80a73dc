namespace Sensorium.Expression;

/// <summary>A note before it is played: exactly in time, its loudness only relative.</summary>
/// <param name="Beat">Beats from the start of the piece.</param>
/// <param name="Length">Beats.</param>
/// <param name="Pitch">MIDI note number.</param>
/// <param name="Accent">Velocity above or below that of its bar.</param>
internal readonly record struct DraftNote(double Beat, double Length, int Pitch, double Accent);

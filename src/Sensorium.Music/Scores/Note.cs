namespace Sensorium.Music;

/// <summary>One note of a part.</summary>
/// <param name="Start">Beats (quarter notes) from the start of the score, at least 0.</param>
/// <param name="Length">Beats, over 0.</param>
/// <param name="Pitch">MIDI note number, 0..127 (60 = middle C).</param>
/// <param name="Velocity">MIDI velocity, 1..127.</param>
public readonly record struct Note(double Start, double Length, int Pitch, int Velocity);

namespace Sensorium.Music;

/// <summary>A section of a piece's form, such as a phrase.</summary>
/// <param name="Beat">Where it begins, in beats (quarter notes) from the start, at least 0.</param>
/// <param name="Label">What it is called: <c>A</c>, <c>B</c>, <c>A'</c>, <c>intro</c>; a rehearsal mark in notation, a marker in a MIDI file.</param>
public readonly record struct ScoreSection(double Beat, string Label);

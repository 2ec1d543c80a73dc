namespace Sensorium.Perception;

/// <summary>A note as far as it can be heard in a mix.</summary>
/// <param name="Pitch">MIDI note number.</param>
/// <param name="Start">Pitch frame in which it begins.</param>
/// <param name="Frames">How many frames it sounds, at least 1.</param>
/// <param name="Level">Level of its loudest partial in dB.</param>
internal readonly record struct SongNote(int Pitch, int Start, int Frames, float Level);

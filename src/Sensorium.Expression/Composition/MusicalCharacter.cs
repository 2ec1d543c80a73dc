using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>What music does at one place of the plane.</summary>
/// <param name="Tempo">Quarter notes a minute.</param>
/// <param name="Mode">The mode.</param>
/// <param name="Brightness">How often major chords stand where minor ones could, 0 (seldom) .. 1.</param>
/// <param name="Register">Middle of the melody, a MIDI note number.</param>
/// <param name="Velocity">Mean MIDI velocity.</param>
/// <param name="Articulation">Sounding share of a melody note's time, 0..1.2 (over 1: notes overlap).</param>
/// <param name="Density">Onsets of the melody a second.</param>
/// <param name="Drive">How busy the accompaniment is, 0 (held chords) .. 1 (semiquavers).</param>
/// <param name="Tension">How much dissonance, 0 (none) .. 1.</param>
/// <param name="Colour">How many chords carry sevenths and ninths, 0..1.</param>
public readonly record struct MusicalCharacter(
    double Tempo, Mode Mode, double Brightness, double Register, double Velocity, double Articulation, double Density, double Drive, double Tension, double Colour);

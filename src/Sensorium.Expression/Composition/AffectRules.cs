using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>
/// From the plane to musical means. Which means move what, and which most, follows Eerola, Friberg and Bresin (2013): mode above all for valence,
/// then tempo, register, dynamics, articulation and timbre, added up linearly. The slopes are ours.
/// </summary>
public static class AffectRules
{
    /// <summary>What music does at a place of the plane.</summary>
    /// <param name="valence">-1..1.</param>
    /// <param name="arousal">-1..1.</param>
    /// <returns>The means; all but the mode change smoothly.</returns>
    public static MusicalCharacter At(double valence, double arousal)
    {
        double lively = (arousal + 1) / 2;
        return new MusicalCharacter(
            Tempo: 100 + (42 * arousal) + (8 * valence),
            Mode: ModeOf(valence, arousal),
            Brightness: (valence + 1) / 2,
            Register: 71 + (5 * valence) + (2.5 * arousal),
            Velocity: 67 + (24 * arousal),
            Articulation: 0.92 - (0.22 * arousal) - (0.06 * valence),
            Density: 1.45 + (1.75 * lively),
            Drive: 0.22 + (0.54 * lively),
            Tension: Math.Clamp(-valence, 0, 1) * Math.Clamp(arousal + 0.2, 0, 1),
            Colour: Math.Clamp(0.35 - (0.4 * arousal) + (0.15 * valence), 0, 0.8));
    }

    // From the brightest mode to the darkest; phrygian only where it is tense, lydian only where it is calm, since there they sound so.
    private static Mode ModeOf(double valence, double arousal) => valence switch
    {
        > 0.8 when arousal < 0 => Mode.Lydian,
        > 0.12 => Mode.Ionian,
        > 0 => Mode.Mixolydian,
        > -0.12 => Mode.Dorian,
        < -0.8 when arousal > 0.3 => Mode.Phrygian,
        _ => Mode.Aeolian,
    };
}

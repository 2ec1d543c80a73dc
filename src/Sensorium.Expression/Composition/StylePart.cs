namespace Sensorium.Expression;

/// <summary>A part of a style.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Name">Its name; scores carry the English one.</param>
/// <param name="WarmProgram">General MIDI programme, counted from 0, where the feeling is warm.</param>
/// <param name="CoolProgram">The one where it is cool.</param>
/// <param name="Lowest">Lowest note, a MIDI note number.</param>
/// <param name="Highest">Highest note.</param>
/// <param name="Volume">Channel volume, 0..1.</param>
/// <param name="Pan">From left (-1) to right (1).</param>
public sealed record StylePart(CompositionRole Role, LocalizedText Name, int WarmProgram, int CoolProgram, int Lowest, int Highest, double Volume = 0.8, double Pan = 0)
{
    /// <summary>How chords are broken; for <see cref="CompositionRole.Chords"/>.</summary>
    public IReadOnlyList<ChordPattern> Patterns { get; init; } = [ChordPattern.Block];

    /// <summary>Whether notes ring on until the chord changes, as under a pedal.</summary>
    public bool Rings { get; init; }

    /// <summary>The arousal from which on it plays, -1 for always.</summary>
    public double From { get; init; } = -1;
}

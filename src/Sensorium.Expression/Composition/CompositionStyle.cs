namespace Sensorium.Expression;

/// <summary>Who plays, and how.</summary>
public sealed record CompositionStyle
{
    /// <summary>Its name in commands, such as <c>piano</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Beats in a bar, 3 or 4.</summary>
    public int BeatsPerBar { get; init; } = 4;

    /// <summary>Factor on the tempo of <see cref="AffectRules"/>.</summary>
    public double TempoScale { get; init; } = 1;

    /// <summary>Factor on the density of the melody.</summary>
    public double DensityScale { get; init; } = 1;

    /// <summary>By how much of a quaver off-beat quavers come late, 0..0.33.</summary>
    public double Swing { get; init; }

    /// <summary>Spread of onsets around the beat in milliseconds (standard deviation); 0 for machines.</summary>
    public double Looseness { get; init; } = 7;

    /// <summary>Added to <see cref="MusicalCharacter.Colour"/>.</summary>
    public double Colour { get; init; }

    /// <summary>Whether lively melodies are doubled at the octave or the third below.</summary>
    public bool Doubles { get; init; }

    /// <summary>The parts, the melody first; at most one percussion part.</summary>
    public required IReadOnlyList<StylePart> Parts { get; init; }
}

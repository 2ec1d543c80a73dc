namespace Sensorium;

/// <summary>
/// A place on the shared plane of feeling. Valence runs from unpleasant (-1) to pleasant (1), arousal from calm (-1)
/// to excited (1) (Russell, "A circumplex model of affect", JPSP 1980). <c>default</c> is the neutral centre, known exactly.
/// </summary>
public readonly record struct Affect
{
    /// <summary>Unpleasant (-1) to pleasant (1), with its spread.</summary>
    public Estimate Valence { get; init; }

    /// <summary>Calm (-1) to excited (1), with its spread.</summary>
    public Estimate Arousal { get; init; }

    /// <summary>Submissive (-1) to dominant (1); null where the source cannot tell.</summary>
    public double? Dominance { get; init; }

    /// <summary>Cold (-1) to warm (1); null where the source cannot tell.</summary>
    public double? Warmth { get; init; }
}

namespace Sensorium.Expression;

/// <summary>What a part of a composition does.</summary>
public enum CompositionRole
{
    /// <summary>The tune.</summary>
    Melody,

    /// <summary>The chords, in a pattern.</summary>
    Chords,

    /// <summary>The lowest line.</summary>
    Bass,

    /// <summary>Held chords.</summary>
    Pad,

    /// <summary>Percussion.</summary>
    Drums,
}

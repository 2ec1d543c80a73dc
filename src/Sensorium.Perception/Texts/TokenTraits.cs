namespace Sensorium.Perception;

/// <summary>How a token is written, and what stands before it.</summary>
[Flags]
internal enum TokenTraits
{
    /// <summary>Nothing to note.</summary>
    None = 0,

    /// <summary>At least two letters, all of them capitals.</summary>
    Capitals = 1,

    /// <summary>A letter is drawn out: soooo.</summary>
    Drawn = 2,

    /// <summary>A word near it turns it around: not good.</summary>
    Negated = 4,

    /// <summary>It is itself a word that turns others around.</summary>
    Negator = 8,

    /// <summary>Its first letter is a capital, and not all are.</summary>
    Title = 16,
}

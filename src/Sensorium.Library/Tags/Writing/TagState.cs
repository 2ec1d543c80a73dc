namespace Sensorium.Library;

/// <summary>What became of a file whose tags were asked for.</summary>
public enum TagState
{
    /// <summary>There is nothing to change.</summary>
    Same,

    /// <summary>It would change; nothing was written.</summary>
    Proposed,

    /// <summary>It was changed.</summary>
    Written,

    /// <summary>It is left as it is, for a reason.</summary>
    Left,

    /// <summary>It could not be written, and is as it was.</summary>
    Failed,
}

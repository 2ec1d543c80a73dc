namespace Sensorium.Inference;

/// <summary>How a model's file compares with what its manifest says.</summary>
public enum ModelFileState
{
    /// <summary>Size and SHA-256 are right.</summary>
    Sound,

    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>The file may not be read.</summary>
    Unreadable,

    /// <summary>The file has another size.</summary>
    WrongSize,

    /// <summary>The file has the right size and another content.</summary>
    WrongContent,
}

namespace Sensorium.Music;

/// <summary>How loud a passage is, as musicians write it.</summary>
public enum Dynamic
{
    /// <summary>Very soft.</summary>
    Pianissimo,

    /// <summary>Soft.</summary>
    Piano,

    /// <summary>Rather soft.</summary>
    MezzoPiano,

    /// <summary>Rather loud.</summary>
    MezzoForte,

    /// <summary>Loud.</summary>
    Forte,

    /// <summary>Very loud.</summary>
    Fortissimo,
}

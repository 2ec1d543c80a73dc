namespace Sensorium.Library;

/// <summary>Why a song is not among those chosen.</summary>
public enum AbsenceKind
{
    /// <summary>It is among them.</summary>
    Present,

    /// <summary>It is what was asked with.</summary>
    IsTheQuestion,

    /// <summary>The filter keeps it out.</summary>
    Filtered,

    /// <summary>It fits less than was asked.</summary>
    BelowFit,

    /// <summary>It fits, and waits because it was played a while ago.</summary>
    Waiting,

    /// <summary>It would have been among them, but is by an artist or of an album that was just chosen, or much like a song that was.</summary>
    SetAside,

    /// <summary>Others fit better.</summary>
    Outranked,
}

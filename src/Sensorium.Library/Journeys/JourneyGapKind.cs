namespace Sensorium.Library;

/// <summary>What a library lacks for a journey.</summary>
public enum JourneyGapKind
{
    /// <summary>There is no song at all to choose from.</summary>
    NoSongs,

    /// <summary>No song lies near the way's beginning.</summary>
    Start,

    /// <summary>The way's end is not reached.</summary>
    End,

    /// <summary>No songs were found that last as long together.</summary>
    Length,
}

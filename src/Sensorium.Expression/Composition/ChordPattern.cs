namespace Sensorium.Expression;

/// <summary>How an accompaniment breaks chords.</summary>
public enum ChordPattern
{
    /// <summary>All notes together, more often the livelier the music.</summary>
    Block,

    /// <summary>Up and down through the notes.</summary>
    Arpeggio,

    /// <summary>Low, high, middle, high.</summary>
    Alberti,

    /// <summary>After the bass, on the beats that are left: oom-pah, or oom-pah-pah in three.</summary>
    Offbeats,

    /// <summary>Strums, down on beats and up between.</summary>
    Strum,
}

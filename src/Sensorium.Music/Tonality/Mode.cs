namespace Sensorium.Music;

/// <summary>The diatonic modes in use, from the brightest to the darkest (each lowers one more degree than the one before).</summary>
public enum Mode
{
    /// <summary>Major with a raised fourth: 0 2 4 6 7 9 11.</summary>
    Lydian,

    /// <summary>Major: 0 2 4 5 7 9 11.</summary>
    Ionian,

    /// <summary>Major with a lowered seventh: 0 2 4 5 7 9 10.</summary>
    Mixolydian,

    /// <summary>Minor with a raised sixth: 0 2 3 5 7 9 10.</summary>
    Dorian,

    /// <summary>Natural minor: 0 2 3 5 7 8 10.</summary>
    Aeolian,

    /// <summary>Minor with a lowered second: 0 1 3 5 7 8 10.</summary>
    Phrygian,
}

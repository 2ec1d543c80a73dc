namespace Sensorium.Audio;

/// <summary>How well each note fits a key.</summary>
public enum KeyProfile
{
    /// <summary>Temperley, "The Cognition of Basic Musical Structures", MIT Press, 2001: how often notes occur in the pieces of a harmony textbook.</summary>
    Temperley,

    /// <summary>Krumhansl and Kessler, "Tracing the dynamic changes in perceived tonal organization", Psychological Review 89, 1982: ratings by listeners.</summary>
    Krumhansl,
}

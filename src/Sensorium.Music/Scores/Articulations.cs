namespace Sensorium.Music;

/// <summary>How a note is played beside its length and loudness.</summary>
[Flags]
public enum Articulations
{
    /// <summary>As it stands.</summary>
    None = 0,

    /// <summary>Much shorter than it is written.</summary>
    Staccato = 1,

    /// <summary>Louder than those around it.</summary>
    Accent = 2,
}

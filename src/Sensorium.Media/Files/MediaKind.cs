namespace Sensorium.Media;

/// <summary>What a file is, by its content.</summary>
public enum MediaKind
{
    /// <summary>Nothing that is known.</summary>
    Unknown,

    /// <summary>A picture that <see cref="PictureReader"/> reads.</summary>
    Picture,

    /// <summary>A sound without moving pictures.</summary>
    Sound,

    /// <summary>A container that holds sound, moving pictures or both; <see cref="MediaProbe"/> tells which.</summary>
    Container,

    /// <summary>Moving pictures, with or without sound.</summary>
    Film,

    /// <summary>Text, as far as can be seen: no byte that text does not have.</summary>
    Text,
}

namespace Sensorium.Library;

/// <summary>The parts of a <see cref="SongFilter"/>.</summary>
public enum FilterPart
{
    /// <summary>The year of release.</summary>
    Year,

    /// <summary>The genre.</summary>
    Genre,

    /// <summary>The length.</summary>
    Length,

    /// <summary>The language of the words.</summary>
    Language,

    /// <summary>With or without a voice.</summary>
    Vocal,
}

namespace Sensorium.Library;

/// <summary>What is looked for in files.</summary>
internal enum TagField
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>Who plays.</summary>
    Artist,

    /// <summary>The album.</summary>
    Album,

    /// <summary>Whose album.</summary>
    AlbumArtist,

    /// <summary>Number on the album, perhaps with their count: <c>3/12</c>.</summary>
    Track,

    /// <summary>A date that begins with the year.</summary>
    Year,

    /// <summary>A genre.</summary>
    Genre,

    /// <summary>The mood.</summary>
    Mood,

    /// <summary>Beats a minute.</summary>
    Tempo,

    /// <summary>The key.</summary>
    Key,

    /// <summary>The language.</summary>
    Language,

    /// <summary>MusicBrainz' number of the recording.</summary>
    MusicBrainz,
}

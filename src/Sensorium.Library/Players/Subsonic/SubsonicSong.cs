namespace Sensorium.Library;

/// <summary>A song of a server.</summary>
public sealed record SubsonicSong
{
    /// <summary>Its identifier on the server.</summary>
    public required string Id { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The artist; null where the server does not say.</summary>
    public string? Artist { get; init; }

    /// <summary>The album; null where the server does not say.</summary>
    public string? Album { get; init; }

    /// <summary>How long it lasts, to the second; null where the server does not say.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>Whose album it is; null where the server does not say.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>Bytes of the original; null where the server does not say.</summary>
    public long? Size { get; init; }

    /// <summary>When the server took it in, in UTC; null where it does not say.</summary>
    public DateTime? Created { get; init; }

    /// <summary>Its path below the server's music folder, real or made from its tags; null where the server does not say.</summary>
    public string? Path { get; init; }

    /// <summary>Year of release; null where the server does not say.</summary>
    public int? Year { get; init; }

    /// <summary>Genres; empty where the server does not say.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Number on the album; null where the server does not say.</summary>
    public int? TrackNumber { get; init; }

    /// <summary>MusicBrainz identifier of the recording; null where the server does not say.</summary>
    public string? MusicBrainzId { get; init; }

    /// <summary>What the server says about it, cleaned as the tags of files are.</summary>
    /// <returns>Tags; null where it says nothing.</returns>
    internal SongTags ToTags()
    {
        var fields = new TagFields();
        fields.Add(TagField.Title, Title == Id ? null : Title);
        fields.Add(TagField.Artist, Artist);
        fields.Add(TagField.Album, Album);
        fields.Add(TagField.AlbumArtist, AlbumArtist);
        fields.Add(TagField.Track, TrackNumber?.ToString());
        fields.Add(TagField.Year, Year?.ToString());
        fields.Add(TagField.MusicBrainz, MusicBrainzId);
        foreach (string genre in Genres)
        {
            fields.Add(TagField.Genre, genre);
        }

        return fields.ToTags();
    }
}

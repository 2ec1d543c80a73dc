namespace Sensorium.Library;

/// <summary>What a file says about its song; null where it says nothing. Texts are trimmed, without control signs and at most <see cref="LongestText"/> letters.</summary>
public sealed record SongTags
{
    /// <summary>Longest text kept, in UTF-16 units.</summary>
    public const int LongestText = 500;

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>Who plays or sings it.</summary>
    public string? Artist { get; init; }

    /// <summary>The album.</summary>
    public string? Album { get; init; }

    /// <summary>Whose album it is, where that differs from <see cref="Artist"/>.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>Number on the album, 1 and more.</summary>
    public int? TrackNumber { get; init; }

    /// <summary>Year of release, 1000..9999.</summary>
    public int? Year { get; init; }

    /// <summary>Genres, as written.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Mood (TMOO, MOOD), as written.</summary>
    public string? Mood { get; init; }

    /// <summary>Beats a minute as written, 20..400.</summary>
    public double? Tempo { get; init; }

    /// <summary>Key as written, such as <c>Am</c>.</summary>
    public string? Key { get; init; }

    /// <summary>Language of the words, ISO 639-2 or as written.</summary>
    public string? Language { get; init; }

    /// <summary>MusicBrainz identifier of the recording.</summary>
    public string? MusicBrainzId { get; init; }

    /// <summary>These tags with what others say where these say nothing.</summary>
    /// <param name="others">The others.</param>
    /// <returns>The tags.</returns>
    public SongTags Or(SongTags others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new SongTags
        {
            Title = Title ?? others.Title,
            Artist = Artist ?? others.Artist,
            Album = Album ?? others.Album,
            AlbumArtist = AlbumArtist ?? others.AlbumArtist,
            TrackNumber = TrackNumber ?? others.TrackNumber,
            Year = Year ?? others.Year,
            Genres = Genres.Count > 0 ? Genres : others.Genres,
            Mood = Mood ?? others.Mood,
            Tempo = Tempo ?? others.Tempo,
            Key = Key ?? others.Key,
            Language = Language ?? others.Language,
            MusicBrainzId = MusicBrainzId ?? others.MusicBrainzId,
        };
    }

    /// <summary>Whether other tags say the same.</summary>
    /// <param name="others">The others.</param>
    /// <returns>True where every field agrees, genres in their order.</returns>
    public bool SaysTheSame(SongTags others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return Genres.SequenceEqual(others.Genres) && this == others with { Genres = Genres };
    }
}

namespace Sensorium.Library;

/// <summary>One song of a playlist. Texts may hold anything: writers put <see cref="PlaylistText.Clean"/> of them into files.</summary>
public sealed record PlaylistEntry
{
    /// <summary>An absolute path, or an address with its scheme such as <c>https://host/song.mp3</c>.</summary>
    public required string Location { get; init; }

    /// <summary>The title; null where it is not known.</summary>
    public string? Title { get; init; }

    /// <summary>Who plays or sings it; null where it is not known.</summary>
    public string? Creator { get; init; }

    /// <summary>The album; null where it is not known.</summary>
    public string? Album { get; init; }

    /// <summary>Why the song is in the list; null for no reason.</summary>
    public string? Annotation { get; init; }

    /// <summary>MusicBrainz identifier of the recording; null where it is not known.</summary>
    public string? MusicBrainzId { get; init; }

    /// <summary>How long the song lasts; null where it is not known. Kept to the millisecond, in M3U8 to the second unless it is a part.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>Where the song begins in its file, to the millisecond: over zero for a track of a CUE sheet.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>Whether the file holds more than the song, so that players must stop after <see cref="Length"/>. Set it for the first track of a CUE sheet, too.</summary>
    public bool IsPart
    {
        get => field || Start > TimeSpan.Zero;
        init;
    }

    /// <summary>Where the song ends in its file; null where it ends with the file.</summary>
    internal TimeSpan? End => IsPart && Length is { } length ? Start + length : null;

    /// <summary>The entry for a song of the library.</summary>
    /// <param name="song">The song.</param>
    /// <param name="reason">Why it is in the list; null for no reason.</param>
    /// <returns>The entry.</returns>
    public static PlaylistEntry FromSong(LibrarySong song, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(song);
        return new PlaylistEntry
        {
            Location = song.Path,
            Title = song.Title,
            Creator = song.Tags.Artist ?? song.Tags.AlbumArtist,
            Album = song.Tags.Album,
            MusicBrainzId = song.Tags.MusicBrainzId,
            Annotation = reason,
            Length = song.Length,
            Start = song.Start,
        };
    }
}

using Sensorium.Perception;

namespace Sensorium.Library;

/// <summary>A song of the library as matching, playlists and players see it.</summary>
public sealed record LibrarySong
{
    /// <summary>Its number in the catalogue, over 0; stays when the file is moved or renamed.</summary>
    public required long Id { get; init; }

    /// <summary>The file, absolute, or the path of a <see cref="ServerPlace"/>, which cannot be opened: ask <see cref="Server"/> first.</summary>
    public required string Path { get; init; }

    /// <summary>Where it lies on a music server; null for a file of this machine.</summary>
    public ServerPlace? Server => ServerPlace.Of(Path);

    /// <summary>Where the song begins in the file: over zero for a track of a CUE sheet.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>How long it lasts.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>What the file says about itself.</summary>
    public required SongTags Tags { get; init; }

    /// <summary>What was heard in it. Its curve and sections may be empty where only matching needs it.</summary>
    public required SongReading Song { get; init; }

    /// <summary>Title, or the file's name without its extension, or the identifier on its server.</summary>
    public string Title => Tags.Title ?? Server?.SongId ?? System.IO.Path.GetFileNameWithoutExtension(Path);
}

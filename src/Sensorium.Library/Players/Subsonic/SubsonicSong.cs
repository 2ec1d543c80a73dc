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
}

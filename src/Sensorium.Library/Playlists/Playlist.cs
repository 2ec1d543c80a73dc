namespace Sensorium.Library;

/// <summary>Songs in order, as they are written into a file or sent to a player.</summary>
public sealed record Playlist
{
    /// <summary>Its name; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>Who made it; null for none. M3U8 has no place for it.</summary>
    public string? Creator { get; init; }

    /// <summary>What it is for; null for none. M3U8 has no place for it.</summary>
    public string? Annotation { get; init; }

    /// <summary>The songs, the first to be played first.</summary>
    public required IReadOnlyList<PlaylistEntry> Entries { get; init; }
}

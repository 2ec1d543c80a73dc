using Sensorium.Library;

namespace Sensorium;

/// <summary>The songs of an answer as a playlist, each with its reason.</summary>
public static class MatchPlaylist
{
    /// <summary>Makes the playlist.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="language">Language of the title and the reasons.</param>
    /// <returns>The playlist.</returns>
    public static Playlist Of(MatchResult result, Language language)
    {
        ArgumentNullException.ThrowIfNull(result);
        string name = result.Asked is { } song ? SongFinder.NameOf(song) : Path.GetFileName(result.Input);
        return new Playlist
        {
            Title = new LocalizedText($"For {name}", $"{name}에 맞는 곡").In(language),
            Creator = "Sensorium",
            Entries = [.. result.Ranking.Songs.Select(matched => PlaylistEntry.FromSong(matched.Song, MatchReasons.Of(matched).In(language)))],
        };
    }
}

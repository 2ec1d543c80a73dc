using System.Globalization;
using System.Text.Json;

namespace Sensorium.Library;

/// <summary>Reads answers of the Subsonic API, whose servers write numbers as texts and leave out what they like.</summary>
internal static class SubsonicJson
{
    public static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement member) ? member : default;

    /// <summary>The elements of a list; one alone stands for itself.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement parent, string name) => Member(parent, name) switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { ValueKind: JsonValueKind.Object } single => [single],
        _ => [],
    };

    public static string? Text(JsonElement parent, string name) => Member(parent, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.ReadText(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    public static int? Number(JsonElement parent, string name) => int.TryParse(Text(parent, name), out int number) ? number : null;

    public static SubsonicSong? Song(JsonElement song)
    {
        if (Text(song, "id") is not { Length: > 0 } id || Member(song, "isDir").ValueKind == JsonValueKind.True || Member(song, "isVideo").ValueKind == JsonValueKind.True)
        {
            return null;
        }

        string[] genres = [.. Items(song, "genres").Select(genre => Text(genre, "name")).OfType<string>()];
        return new SubsonicSong
        {
            Id = id,
            Title = PlaylistText.Clean(Text(song, "title")) ?? id,
            Artist = Name(song, "artist"),
            Album = Name(song, "album"),
            AlbumArtist = Name(song, "displayAlbumArtist"),
            Size = long.TryParse(Text(song, "size"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long size) ? size : null,
            Created = DateTime.TryParse(Text(song, "created"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime created) ? created : null,
            Length = Number(song, "duration") is >= 0 and int seconds ? TimeSpan.FromSeconds(seconds) : null,
            Path = Text(song, "path") is { Length: > 0 } path ? path : null,
            Year = Number(song, "year") is >= 1000 and <= 9999 and int year ? year : null,
            Genres = genres.Length > 0 ? genres : PlaylistText.Clean(Text(song, "genre")) is { } genre ? [genre] : [],
            TrackNumber = Number(song, "track") is > 0 and int track ? track : null,
            MusicBrainzId = PlaylistText.Clean(Text(song, "musicBrainzId")),
        };
    }

    // What servers write where a file names nobody ("[unknown]", "[Unknown Album]") is no name.
    private static string? Name(JsonElement song, string member) =>
        PlaylistText.Clean(Text(song, member)) is { } name && !(name.StartsWith("[unknown", StringComparison.OrdinalIgnoreCase) && name.EndsWith(']')) ? name : null;

    public static SubsonicPlaylist? Playlist(JsonElement playlist) => Text(playlist, "id") is { Length: > 0 } id
        ? new SubsonicPlaylist(id, Text(playlist, "name") ?? string.Empty, Text(playlist, "owner"), Number(playlist, "songCount") ?? 0, Text(playlist, "comment"))
        : null;
}

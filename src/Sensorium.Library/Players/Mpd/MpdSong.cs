using System.Globalization;

namespace Sensorium.Library;

/// <summary>A song as MPD tells of it.</summary>
public sealed record MpdSong
{
    /// <summary>Its path below MPD's music folder, or its address.</summary>
    public required string Uri { get; init; }

    /// <summary>The title; null where MPD does not say.</summary>
    public string? Title { get; init; }

    /// <summary>The artist; null where MPD does not say.</summary>
    public string? Artist { get; init; }

    /// <summary>The album; null where MPD does not say.</summary>
    public string? Album { get; init; }

    /// <summary>How long it lasts; null where MPD does not say.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>Which part of the file plays, in seconds, as <c>start-end</c>; null for all of it.</summary>
    public string? Range { get; init; }

    /// <summary>Its place in the queue, from 0; null where it is in none.</summary>
    public int? Position { get; init; }

    /// <summary>Its number in the queue, which stays when songs are moved; null where it is in none.</summary>
    public int? Id { get; init; }

    internal static IReadOnlyList<MpdSong> ReadAll(IEnumerable<MpdField> fields)
    {
        List<MpdSong> songs = [];
        MpdSong? song = null;
        foreach (MpdField field in fields)
        {
            if (field.Name is "file" or "directory" or "playlist")
            {
                Close(songs, song);
                song = field.Name == "file" ? new MpdSong { Uri = field.Value } : null;
            }
            else if (song is not null)
            {
                song = With(song, field);
            }
        }

        Close(songs, song);
        return songs;
    }

    internal static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    internal static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds < 1e9 ? TimeSpan.FromSeconds(seconds) : null;

    private static void Close(List<MpdSong> songs, MpdSong? song)
    {
        if (song is not null)
        {
            songs.Add(song);
        }
    }

    private static MpdSong With(MpdSong song, MpdField field) => field.Name switch
    {
        "Title" => song with { Title = song.Title ?? field.Value },
        "Artist" => song with { Artist = song.Artist ?? field.Value },
        "Album" => song with { Album = song.Album ?? field.Value },
        "duration" => song with { Length = Seconds(field.Value) },
        "Time" => song with { Length = song.Length ?? Seconds(field.Value) },
        "Range" => song with { Range = field.Value },
        "Pos" => song with { Position = Number(field.Value) },
        "Id" => song with { Id = Number(field.Value) },
        _ => song,
    };
}

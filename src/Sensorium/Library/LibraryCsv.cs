using System.Globalization;
using Sensorium.Library;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>Songs of the library as a table: comma-separated values after RFC 4180, UTF-8.</summary>
public static class LibraryCsv
{
    /// <summary>The first line.</summary>
    public static string Head { get; } =
        "id,path,start,seconds,title,artist,album,album_artist,track,year,genres,mood,language,version,tempo,key,loudness,dynamics,brightness,noise,density,vocal_share,"
        + "valence,valence_sd,arousal,arousal_sd,core,tags";

    /// <summary>The line of a song, without its end.</summary>
    /// <param name="song">The song.</param>
    /// <returns>As many cells as <see cref="Head"/> has.</returns>
    public static string Line(LibrarySong song)
    {
        ArgumentNullException.ThrowIfNull(song);
        SongTags tags = song.Tags;
        SongMeasures measures = song.Song.Measures;
        Affect affect = song.Song.Percept.Affect;
        object?[] cells =
        [
            song.Id, song.Path, song.Start.TotalSeconds, song.Length.TotalSeconds, song.Title, tags.Artist, tags.Album, tags.AlbumArtist, tags.TrackNumber, tags.Year,
            string.Join("; ", tags.Genres), tags.Mood, tags.Language, song.Song.Version, measures.Tempo, measures.Key.ToString(), measures.Loudness, measures.Dynamics,
            measures.Brightness, measures.Noise, measures.Density, measures.VocalShare, affect.Valence.Mean, affect.Valence.Sd, affect.Arousal.Mean, affect.Arousal.Sd,
            FeelingNames.Id(song.Song.Percept.Emotions.Core), string.Join("; ", song.Song.Tags.Select(tag => tag.Name)),
        ];
        return string.Join(',', cells.Select(Cell));
    }

    private static string Cell(object? value) => value switch
    {
        null => string.Empty,
        double number => Math.Round(number, 4).ToString(CultureInfo.InvariantCulture),
        string text when text.AsSpan().IndexOfAny(",\"\r\n") >= 0 => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}

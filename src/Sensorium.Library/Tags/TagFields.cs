using System.Globalization;
using System.Text.RegularExpressions;

namespace Sensorium.Library;

/// <summary>Gathers what readers find, whichever names a container uses, and makes one record of it. The first value of a field counts, save for genres.</summary>
internal sealed partial class TagFields
{
    private const int MostGenres = 16;
    private const int LeastYear = 1000, MostYear = 9999;
    private const double LeastTempo = 20, MostTempo = 400;

    private readonly Dictionary<TagField, string> _values = [];
    private readonly List<string> _genres = [];

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => _values.Count == 0 && _genres.Count == 0;

    /// <summary>Adds a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="raw">The value as it stands in the file.</param>
    public void Add(TagField field, string? raw)
    {
        if (field == TagField.Genre)
        {
            foreach (string part in (raw ?? string.Empty).Split('\0', ';'))
            {
                AddGenre(part);
            }
        }
        else if (TagText.Clean(raw?.Split('\0', 2)[0]) is { } value)
        {
            _values.TryAdd(field, value);
        }
    }

    /// <summary>Adds a value by a name that people gave it: Vorbis comments, TXXX, MP4's own fields, ffprobe.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <param name="raw">The value.</param>
    public void Add(string name, string? raw)
    {
        if (FieldOf(name) is { } known)
        {
            Add(known, raw);
        }
    }

    /// <summary>The field that is written by this program and that a name given by people stands for.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>Mood, tempo or key; null for any other.</returns>
    public static TagField? WrittenFieldOf(string name) => FieldOf(name) is TagField.Mood or TagField.Tempo or TagField.Key ? FieldOf(name) : null;

    /// <summary>Makes the record.</summary>
    public SongTags ToTags() => new()
    {
        Title = Text(TagField.Title),
        Artist = Text(TagField.Artist),
        Album = Text(TagField.Album),
        AlbumArtist = Text(TagField.AlbumArtist),
        TrackNumber = FirstNumber(TagField.Track) is { } track and >= 1 ? track : null,
        Year = YearPattern().Match(Text(TagField.Year) ?? string.Empty) is { Success: true } year && int.Parse(year.Value) is >= LeastYear and <= MostYear and int found ? found : null,
        Genres = [.. _genres],
        Mood = Text(TagField.Mood),
        Tempo = double.TryParse(Text(TagField.Tempo)?.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double tempo) && tempo is >= LeastTempo and <= MostTempo ? tempo : null,
        Key = Text(TagField.Key),
        Language = Text(TagField.Language),
        MusicBrainzId = Guid.TryParse(Text(TagField.MusicBrainz), out Guid id) ? id.ToString() : null,
    };

    [GeneratedRegex("(?<![0-9])[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"^\(?(\d{1,3})\)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GenreNumber();

    private void AddGenre(string raw)
    {
        string? genre = TagText.Clean(raw);

        // "(17)", "(17)Rock" and "17" are numbers in the list of ID3v1; what is written out after them says more.
        if (genre is ['(', ..] && genre.IndexOf(')') is > 1 and int end && end + 1 < genre.Length && GenreNumber().IsMatch(genre[..(end + 1)]))
        {
            genre = TagText.Clean(genre[(end + 1)..]);
        }
        else if (genre is not null && GenreNumber().Match(genre) is { Success: true } number)
        {
            genre = Id3Genres.Name(int.Parse(number.Groups[1].Value)) ?? genre;
        }

        if (genre is not null && _genres.Count < MostGenres && !_genres.Contains(genre, StringComparer.OrdinalIgnoreCase))
        {
            _genres.Add(genre);
        }
    }

    private static TagField? FieldOf(string name) => name.Trim().Replace(' ', '_').ToUpperInvariant() switch
    {
        "TITLE" => TagField.Title,
        "ARTIST" => TagField.Artist,
        "ALBUM" => TagField.Album,
        "ALBUMARTIST" or "ALBUM_ARTIST" => TagField.AlbumArtist,
        "TRACKNUMBER" or "TRACK" => TagField.Track,
        "DATE" or "YEAR" => TagField.Year,
        "GENRE" => TagField.Genre,
        "MOOD" or "TMOO" => TagField.Mood,
        "BPM" or "TBPM" or "TEMPO" => TagField.Tempo,
        "INITIALKEY" or "INITIAL_KEY" or "KEY" or "TKEY" => TagField.Key,
        "LANGUAGE" or "TLAN" => TagField.Language,
        "MUSICBRAINZ_TRACKID" or "MUSICBRAINZ_TRACK_ID" => TagField.MusicBrainz,
        _ => null,
    };

    private string? Text(TagField field) => _values.GetValueOrDefault(field);

    private int? FirstNumber(TagField field) =>
        Text(field)?.Split('/')[0].Trim() is { Length: > 0 and <= 6 } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}

using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Sensorium.Library;

/// <summary>
/// A CUE sheet (Jeff Arnold, CDRWIN, 1996): where songs begin in a file. Only files beside the sheet count, whatever path it names; times are
/// minutes, seconds and frames of 1/75 s. Read with limits, and with the same repairs of wrong encodings as tags.
/// </summary>
public sealed partial class CueSheet
{
    private const int MostBytes = 1 << 20;
    private const int MostTracks = 99;
    private const int FramesASecond = 75;

    private CueSheet(string hash, IReadOnlyDictionary<string, IReadOnlyList<CueTrack>> files) => (Hash, Files) = (hash, files);

    /// <summary>Hash of the sheet's bytes: another one means that its files are to be read again. 16 hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Tracks by the name of the file that they lie in, without folder; each list in the order of time.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CueTrack>> Files { get; }

    /// <summary>Reads a sheet.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The sheet; null where it cannot be read or holds no track.</returns>
    public static CueSheet? Read(string path)
    {
        try
        {
            return new FileInfo(path).Length > MostBytes ? null : Parse(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads a sheet.</summary>
    /// <param name="bytes">Its bytes, at most 1 MiB.</param>
    /// <returns>The sheet; null where it holds no track.</returns>
    public static CueSheet? Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            return null;
        }

        var reading = new Reading();
        string text = bytes is [0xFF, 0xFE, ..] ? System.Text.Encoding.Unicode.GetString(bytes[2..]) : TagText.FromUtf8(bytes);
        foreach (string line in text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            reading.Take(line);
        }

        Dictionary<string, IReadOnlyList<CueTrack>> files = reading.Finish();
        return files.Count == 0 ? null : new CueSheet(Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8)), files);
    }

    [GeneratedRegex(@"^(\d{1,4}):(\d{1,2}):(\d{1,2})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TimePattern();

    private sealed class Reading
    {
        private readonly Dictionary<string, List<(int Number, TimeSpan Start, TagFields Fields)>> _files = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<TagField, string> _common = [];
        private string? _file;
        private int _track;
        private TagFields? _fields;
        private int _count;

        public void Take(string line)
        {
            (string word, string rest) = Cut(line);
            switch (word.ToUpperInvariant())
            {
                case "FILE":
                    // The name stands in quotes, or before the last word, which is the kind.
                    string name = rest.StartsWith('"') ? Unquote(rest) : rest.LastIndexOf(' ') is > 0 and int space ? rest[..space] : rest;
                    _file = name.Split('/', '\\')[^1];
                    _fields = null;
                    break;
                case "TRACK":
                    _fields = int.TryParse(Cut(rest).Word, out _track) && _track is >= 1 and <= MostTracks ? new TagFields() : null;
                    break;
                case "INDEX" when _fields is not null && _file is not null && Cut(rest) is { Word: "01" or "1" } index && Time(index.After) is { } start && _count < MostTracks:
                    if (!_files.TryGetValue(_file, out var tracks))
                    {
                        _files[_file] = tracks = [];
                    }

                    tracks.Add((_track, start, _fields));
                    _count++;
                    break;
                case "TITLE":
                    Set(_fields is null ? TagField.Album : TagField.Title, rest);
                    break;
                case "PERFORMER":
                    Set(_fields is null ? TagField.AlbumArtist : TagField.Artist, rest);
                    break;
                case "REM" when Cut(rest) is var (key, value):
                    switch (key.ToUpperInvariant())
                    {
                        case "DATE":
                            Set(TagField.Year, value);
                            break;
                        case "GENRE":
                            Set(TagField.Genre, value);
                            break;
                    }

                    break;
            }
        }

        public Dictionary<string, IReadOnlyList<CueTrack>> Finish()
        {
            var result = new Dictionary<string, IReadOnlyList<CueTrack>>(StringComparer.OrdinalIgnoreCase);
            foreach ((string file, var found) in _files)
            {
                (int Number, TimeSpan Start, TagFields Fields)[] tracks = [.. found.DistinctBy(track => track.Number).OrderBy(track => track.Start)];
                List<CueTrack> list = [];
                for (int i = 0; i < tracks.Length; i++)
                {
                    TimeSpan? length = i + 1 < tracks.Length ? tracks[i + 1].Start - tracks[i].Start : null;
                    if (length is null || length > TimeSpan.Zero)
                    {
                        list.Add(new CueTrack(tracks[i].Number, tracks[i].Start, length, TagsOf(tracks[i])));
                    }
                }

                result[file] = list;
            }

            return result;
        }

        private SongTags TagsOf((int Number, TimeSpan Start, TagFields Fields) track)
        {
            foreach ((TagField field, string value) in _common)
            {
                track.Fields.Add(field, value);
            }

            // Who plays the whole plays each track that names nobody else.
            if (_common.TryGetValue(TagField.AlbumArtist, out string? artist))
            {
                track.Fields.Add(TagField.Artist, artist);
            }

            track.Fields.Add(TagField.Track, track.Number.ToString());
            return track.Fields.ToTags();
        }

        private void Set(TagField field, string raw)
        {
            string value = Unquote(raw);
            if (_fields is not null)
            {
                _fields.Add(field, value);
            }
            else
            {
                _common.TryAdd(field, value);
            }
        }

        private static TimeSpan? Time(string text)
        {
            Match match = TimePattern().Match(text.Trim());
            if (!match.Success)
            {
                return null;
            }

            long frames = (((long.Parse(match.Groups[1].Value) * 60) + long.Parse(match.Groups[2].Value)) * FramesASecond) + long.Parse(match.Groups[3].Value);
            return TimeSpan.FromTicks(frames * TimeSpan.TicksPerSecond / FramesASecond);
        }

        private static (string Word, string After) Cut(string text)
        {
            int space = text.IndexOfAny([' ', '\t']);
            return space < 0 ? (text, string.Empty) : (text[..space], text[(space + 1)..].Trim());
        }

        private static string Unquote(string text) =>
            text.StartsWith('"') ? text.IndexOf('"', 1) is > 0 and int end ? text[1..end] : text[1..] : text;
    }
}

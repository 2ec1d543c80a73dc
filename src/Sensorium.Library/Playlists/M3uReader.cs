using System.Globalization;
using System.Text;

namespace Sensorium.Library;

/// <summary>Reads M3U and M3U8: UTF-8, or Latin-1 where it is none; paths or URIs; unknown comments are passed over.</summary>
internal sealed class M3uReader : IPlaylistReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly PlaylistEntry Blank = new() { Location = string.Empty };

    public Playlist Read(ReadOnlyMemory<byte> file, string folder, string name)
    {
        var builder = new PlaylistBuilder(folder, name);
        string? playlistTitle = null, info = null, creator = null;
        PlaylistEntry entry = Blank;
        foreach (string raw in Decode(file.Span).Split('\n'))
        {
            string line = raw.Trim();
            if (line.Length == 0)
            {
                continue;
            }

            if (line[0] != '#')
            {
                builder.Add(line, PlaylistLocation.FromLine, WithNames(entry, info, creator));
                (entry, info, creator) = (Blank, null, null);
            }
            else if (After(line, "#PLAYLIST:") is { } title)
            {
                playlistTitle = title;
            }
            else if (After(line, "#EXTINF:") is { } text)
            {
                (entry, info) = WithLength(entry, text);
            }
            else if (After(line, "#EXTART:") is { } artist)
            {
                creator = artist;
            }
            else
            {
                entry = WithComment(entry, line);
            }
        }

        return new Playlist { Title = PlaylistText.Clean(playlistTitle), Entries = builder.Entries };
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static string? After(string line, string start) => line.StartsWith(start, StringComparison.OrdinalIgnoreCase) ? line[start.Length..] : null;

    private static PlaylistEntry WithComment(PlaylistEntry entry, string line)
    {
        if (After(line, "#EXTALB:") is { } album)
        {
            return entry with { Album = PlaylistText.Clean(album) };
        }

        if (After(line, "#REASON:") is { } reason)
        {
            return entry with { Annotation = PlaylistText.Clean(reason) };
        }

        return After(line, "#EXTVLCOPT:") is { } option ? VlcOptions.Apply(entry, option) : entry;
    }

    // Attributes may stand between the seconds and the comma: 123 tvg-id="x",Artist - Title.
    private static (PlaylistEntry Entry, string Info) WithLength(PlaylistEntry entry, string text)
    {
        int comma = text.IndexOf(',', StringComparison.Ordinal);
        string number = (comma < 0 ? text : text[..comma]).Split(' ', 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(string.Empty);
        bool isLength = double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds < 1e7;
        return (isLength ? entry with { Length = TimeSpan.FromMilliseconds(Math.Round(seconds * 1000)) } : entry, comma < 0 ? string.Empty : text[(comma + 1)..]);
    }

    private static PlaylistEntry WithNames(PlaylistEntry entry, string? info, string? creator)
    {
        if (info is null || PlaylistText.Clean(info) is not { } whole)
        {
            return entry with { Creator = PlaylistText.Clean(creator) };
        }

        if (creator is not null)
        {
            string start = PlaylistText.Clean(creator) + M3uWriter.Dash;
            string title = creator.Length > 0 && (whole + " ").StartsWith(start, StringComparison.Ordinal) ? (whole + " ")[start.Length..] : whole;
            return entry with { Creator = PlaylistText.Clean(creator), Title = PlaylistText.Clean(title) };
        }

        int dash = whole.IndexOf(M3uWriter.Dash, StringComparison.Ordinal);
        return dash < 0
            ? entry with { Title = whole }
            : entry with { Creator = PlaylistText.Clean(whole[..dash]), Title = PlaylistText.Clean(whole[(dash + M3uWriter.Dash.Length)..]) };
    }
}

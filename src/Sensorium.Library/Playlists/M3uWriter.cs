using System.Text;

namespace Sensorium.Library;

/// <summary>
/// Writes M3U8: UTF-8, lines that end with LF, <c>#EXTINF</c> with whole seconds and "artist - title", <c>#EXTART</c>, <c>#EXTALB</c>,
/// VLC's options for parts of files, and the reason as the comment <c>#REASON</c>.
/// </summary>
internal sealed class M3uWriter : IPlaylistWriter
{
    /// <summary>Stands between artist and title.</summary>
    public const string Dash = " - ";

    public void Write(Stream output, Playlist playlist, PlaylistPlace place)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("#EXTM3U");
        WriteLine(writer, "#PLAYLIST:", playlist.Title);
        foreach (PlaylistEntry entry in playlist.Entries)
        {
            WriteEntry(writer, entry, place);
        }
    }

    private static void WriteEntry(StreamWriter writer, PlaylistEntry entry, PlaylistPlace place)
    {
        string location = PlaylistLocation.Check(entry.Location);
        string? creator = PlaylistText.Clean(entry.Creator);
        string? title = PlaylistText.Clean(entry.Title);
        string seconds = entry.Length is { } length ? ((long)Math.Round(length.TotalSeconds)).ToString() : "-1";
        writer.WriteLine($"#EXTINF:{seconds},{(creator is null ? title : $"{creator}{Dash}{title}")}");

        // An empty artist says that a dash belongs to the title.
        if (creator is not null || title?.Contains(Dash, StringComparison.Ordinal) == true)
        {
            writer.WriteLine("#EXTART:" + creator);
        }

        WriteLine(writer, "#EXTALB:", PlaylistText.Clean(entry.Album));
        WriteLine(writer, "#REASON:", entry.Annotation);
        foreach (string option in VlcOptions.Of(entry))
        {
            writer.WriteLine("#EXTVLCOPT:" + option);
        }

        writer.WriteLine(Line(location, place));
    }

    private static void WriteLine(StreamWriter writer, string start, string? text)
    {
        if (PlaylistText.Clean(text) is { } clean)
        {
            writer.WriteLine(start + clean);
        }
    }

    // Most players take a line as a path. VLC takes it as a URI, in which # ? % mean something else, and no reader can tell a line break
    // in a name; so such songs are named by a URI, which all of them understand.
    private static string Line(string location, PlaylistPlace place)
    {
        string? relative = PlaylistLocation.RelativePath(location, place);
        if (location != PlaylistText.Clean(location) || (relative ?? location).AsSpan().ContainsAny("#?%"))
        {
            return PlaylistLocation.ToUri(location);
        }

        if (relative is null)
        {
            return location;
        }

        // A colon in the first folder's name looks like a scheme, a space at the beginning is trimmed by readers.
        return char.IsWhiteSpace(relative[0]) || relative.Split('/')[0].Contains(':', StringComparison.Ordinal) ? "./" + relative : relative;
    }
}

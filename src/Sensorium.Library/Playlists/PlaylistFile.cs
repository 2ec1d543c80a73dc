using Sensorium.Media;

namespace Sensorium.Library;

/// <summary>Playlists as files. The ending of the name decides the format: M3U8, XSPF version 1, or JSPF.</summary>
public static class PlaylistFile
{
    /// <summary>Largest playlist that is read, in bytes: 32 MiB.</summary>
    public const int MostBytes = 32 << 20;

    /// <summary>Most songs that are read.</summary>
    public const int MostEntries = 200_000;

    private static readonly (string Extension, IPlaylistWriter Writer, IPlaylistReader Reader)[] Formats =
    [
        (".m3u8", new M3uWriter(), new M3uReader()),
        (".m3u", new M3uWriter(), new M3uReader()),
        (".xspf", new XspfWriter(), new XspfReader()),
        (".jspf", new JspfWriter(), new JspfReader()),
    ];

    /// <summary>The endings of names, with their dots, in small letters.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. Formats.Select(format => format.Extension)];

    /// <summary>Whether a name ends as a playlist does; capitals do not matter.</summary>
    /// <param name="path">The file; it is not opened.</param>
    /// <returns>Whether it can be read and written.</returns>
    public static bool IsPlaylist(string path) => Array.Exists(Formats, format => HasEnding(path, format.Extension));

    /// <summary>The writer for a name.</summary>
    /// <param name="path">The file; it is not opened.</param>
    /// <returns>The writer.</returns>
    /// <exception cref="UnsupportedInputException">The name has another ending.</exception>
    public static IPlaylistWriter WriterFor(string path) => FormatOf(path).Writer;

    /// <summary>The reader for a name.</summary>
    /// <param name="path">The file; it is not opened.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="UnsupportedInputException">The name has another ending.</exception>
    public static IPlaylistReader ReaderFor(string path) => FormatOf(path).Reader;

    /// <summary>Writes a playlist; the file appears whole or not at all.</summary>
    /// <param name="path">Where; an existing file is replaced. Its folder is made when missing.</param>
    /// <param name="playlist">The playlist.</param>
    /// <param name="paths">How files are named. Default relative.</param>
    /// <exception cref="UnsupportedInputException">The name has another ending.</exception>
    /// <exception cref="MalformedInputException">A song's location is neither an absolute path nor an address.</exception>
    /// <exception cref="OutputFailedException">The file cannot be written.</exception>
    public static void Write(string path, Playlist playlist, PlaylistPaths paths = PlaylistPaths.Relative)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        IPlaylistWriter writer = WriterFor(path);
        string target = Path.GetFullPath(path);
        using var batch = new OutputBatch();
        using (Stream file = batch.Create(target))
        {
            writer.Write(file, playlist, new PlaylistPlace(Path.GetDirectoryName(target)!, paths));
        }

        batch.Commit();
    }

    /// <summary>Reads a playlist.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The playlist; every location is an absolute path or an address.</returns>
    /// <exception cref="UnsupportedInputException">The name has another ending.</exception>
    /// <exception cref="MalformedInputException">There is no such file, it cannot be opened, or is damaged.</exception>
    /// <exception cref="LimitReachedException">It is larger, or has more songs, than are read.</exception>
    public static Playlist Read(string path)
    {
        IPlaylistReader reader = ReaderFor(path);
        string full = Path.GetFullPath(path);
        string name = Path.GetFileName(full);
        try
        {
            var info = new FileInfo(full);
            if (!info.Exists)
            {
                throw PlaylistErrors.CannotOpen(name, "there is no such file");
            }

            return info.Length > MostBytes
                ? throw PlaylistErrors.TooLarge(name, info.Length)
                : reader.Read(File.ReadAllBytes(full), info.DirectoryName!, name);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PlaylistErrors.CannotOpen(name, error.Message.TrimEnd('.'), error);
        }
    }

    private static (string Extension, IPlaylistWriter Writer, IPlaylistReader Reader) FormatOf(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        int index = Array.FindIndex(Formats, format => HasEnding(path, format.Extension));
        return index >= 0 ? Formats[index] : throw PlaylistErrors.UnknownKind(Path.GetFileName(path));
    }

    private static bool HasEnding(string path, string extension) => path is not null && path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}

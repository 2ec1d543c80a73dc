using System.Text;

namespace Sensorium.Media;

/// <summary>Tells what files are by their first bytes, never by their names.</summary>
public static class MediaKinds
{
    /// <summary>How many bytes from the beginning are looked at.</summary>
    public const int StartBytes = FileKind.StartBytes;

    // Text to the eye, but a document of another program.
    private static readonly string[] Documents = ["%PDF", "%!PS", "#EXTM3U", "ffconcat"];
    private static readonly string[] Markup = ["<svg", "<html", "<!doctype"];

    /// <summary>Tells what a file is.</summary>
    /// <param name="start">Its first bytes, up to <see cref="StartBytes"/>.</param>
    /// <returns>The kind; a container may hold sound or a film.</returns>
    public static MediaKind Of(ReadOnlySpan<byte> start) =>
        FileKind.PictureFormat(start) is not null ? MediaKind.Picture
        : IsUtf16(start) ? MediaKind.Text

        // A diary may begin with the word ID3; no sound is without a control byte for long.
        : IsTextual(start) ? IsDocument(start) ? MediaKind.Unknown : MediaKind.Text
        : FilmKind.Demuxer(start) is not null ? MediaKind.Container
        : SoundKind.Demuxer(start) is not null ? MediaKind.Sound
        : MediaKind.Unknown;

    /// <summary>Tells what a file in memory or on disk looks like, for sentences.</summary>
    /// <param name="start">Its first bytes.</param>
    /// <returns>A noun such as "a PDF document"; null where nothing is recognised.</returns>
    public static LocalizedText? Describe(ReadOnlySpan<byte> start) => FileKind.Describe(start);

    /// <summary>Reads the first bytes of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>At most <see cref="StartBytes"/>.</returns>
    /// <exception cref="MalformedInputException">It is missing, a folder, empty, or may not be read.</exception>
    public static async Task<byte[]> ReadStartAsync(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            await using FileStream file = InputFile.Open(path, long.MaxValue);
            var start = new byte[StartBytes];
            int read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
            return start[..read];
        }
        catch (IOException error)
        {
            throw InputFile.Unreadable(path, error);
        }
    }

    private static bool IsUtf16(ReadOnlySpan<byte> start) => start.Length >= 4
        && ((start[0] == 0xFF && start[1] == 0xFE && start[3] == 0) || (start[0] == 0xFE && start[1] == 0xFF && start[2] == 0));

    private static bool IsDocument(ReadOnlySpan<byte> start)
    {
        string latin = Encoding.Latin1.GetString(start);
        return Array.Exists(Documents, magic => latin.StartsWith(magic, StringComparison.Ordinal)) || Array.Exists(Markup, tag => latin.Contains(tag, StringComparison.OrdinalIgnoreCase));
    }

    // Text in an older encoding is text too; that it is not UTF-8 is told by what reads it.
    private static bool IsTextual(ReadOnlySpan<byte> start)
    {
        foreach (byte b in start)
        {
            if (b is < 32 and not (8 or 9 or 10 or 12 or 13 or 27))
            {
                return false;
            }
        }

        return !start.IsEmpty;
    }
}

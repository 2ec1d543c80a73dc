using System.Buffers;
using System.Text;

namespace Sensorium.Media;

/// <summary>Tells what a file is by its first bytes.</summary>
internal static class FileKind
{
    /// <summary>How many bytes from the beginning are enough.</summary>
    public const int StartBytes = 512;

    private static readonly LocalizedText Sound = new("a sound file", "소리");
    private static readonly LocalizedText Video = new("a video", "동영상");
    private static readonly LocalizedText Playlist = new("a playlist", "재생 목록");
    private static readonly LocalizedText Program = new("a program", "프로그램");

    // Latin-1: one character is one byte.
    private static readonly (string Magic, LocalizedText Kind)[] Others =
    [
        ("%PDF", new("a PDF document", "PDF 문서")),
        ("%!PS", new("a PostScript document", "PostScript 문서")),
        ("PK\u0003\u0004", new("a ZIP archive or an office document", "ZIP 압축이나 오피스 문서")),
        ("\u001F\u008B", new("a gzip archive", "gzip 압축")),
        ("7z\u00BC\u00AF", new("a 7z archive", "7z 압축")),
        ("Rar!", new("a RAR archive", "RAR 압축")),
        ("8BPS", new("a Photoshop document", "포토샵 문서")),
        ("\u0000\u0000\u0001\u0000", new("a Windows icon", "Windows 아이콘")),
        ("\u0000\u0000\u0000\u000CjP", new("a JPEG 2000 picture", "JPEG 2000 그림")),
        ("\u0000\u0000\u0000\u000CJXL", new("a JPEG XL picture", "JPEG XL 그림")),
        ("\u00FF\u000A", new("a JPEG XL picture", "JPEG XL 그림")),
        ("v/1\u0001", new("an OpenEXR picture", "OpenEXR 그림")),
        ("II+\u0000", new("a BigTIFF picture", "BigTIFF 그림")),
        ("MM\u0000+", new("a BigTIFF picture", "BigTIFF 그림")),
        ("fLaC", Sound),
        ("OggS", Sound),
        ("ID3", Sound),
        ("\u00FF\u00FB", Sound),
        ("FORM", Sound),
        ("MThd", new("a MIDI file", "MIDI")),
        ("\u001AE\u00DF\u00A3", Video),
        ("FLV", Video),
        ("\u0000\u0000\u0001\u00BA", Video),
        ("0&\u00B2u", Video),
        ("\u007FELF", Program),
        ("MZ", Program),
        ("#EXTM3U", Playlist),
        ("ffconcat", Playlist),
    ];

    /// <summary>The picture format, where it is one that may be read.</summary>
    /// <param name="start">The first bytes.</param>
    /// <returns><c>jpeg png webp gif bmp tiff heic avif</c>; null for everything else.</returns>
    public static string? PictureFormat(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(PngEncoder.Signature))
        {
            return "png";
        }

        if (start is [0xFF, 0xD8, 0xFF, ..])
        {
            return "jpeg";
        }

        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8))
        {
            return "gif";
        }

        if (start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8))
        {
            return "tiff";
        }

        if (start.StartsWith("RIFF"u8) && Has(start, 8, "WEBP"u8))
        {
            return "webp";
        }

        // Two letters are weak evidence, so the length of the second header has to be one that exists.
        if (start.StartsWith("BM"u8) && start.Length > 18 && start[14] is 12 or 16 or 40 or 52 or 56 or 64 or 108 or 124 && start[15] == 0)
        {
            return "bmp";
        }

        return Has(start, 4, "ftyp"u8) ? HeifFormat(start) : null;
    }

    /// <summary>What a file that is no readable picture looks like.</summary>
    /// <param name="start">The first bytes.</param>
    /// <returns>A noun; null where nothing is recognised.</returns>
    public static LocalizedText? Describe(ReadOnlySpan<byte> start)
    {
        string latin = Encoding.Latin1.GetString(start);
        foreach ((string magic, LocalizedText kind) in Others)
        {
            if (latin.StartsWith(magic, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        if (Has(start, 4, "ftyp"u8))
        {
            return Video;
        }

        if (latin.StartsWith("RIFF", StringComparison.Ordinal))
        {
            return Has(start, 8, "WAVE"u8) ? Sound : Video;
        }

        if (latin.Contains("<svg", StringComparison.OrdinalIgnoreCase))
        {
            return new LocalizedText("an SVG drawing", "SVG 그림");
        }

        if (latin.Contains("<html", StringComparison.OrdinalIgnoreCase) || latin.Contains("<!doctype", StringComparison.OrdinalIgnoreCase))
        {
            return new LocalizedText("a web page", "웹 페이지");
        }

        return LooksLikeText(start) ? new LocalizedText("text", "텍스트") : null;
    }

    private static string? HeifFormat(ReadOnlySpan<byte> start)
    {
        // Major brand, minor version, then compatible brands, to the end of the box.
        int length = (start[0] << 24) | (start[1] << 16) | (start[2] << 8) | start[3];
        int end = Math.Min(length < 0 ? start.Length : length, start.Length);
        string? found = null;
        for (int at = 8; at + 4 <= end; at += at == 8 ? 8 : 4)
        {
            switch (Encoding.Latin1.GetString(start.Slice(at, 4)))
            {
                case "avif" or "avis":
                    return "avif";
                case "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "mif1" or "msf1":
                    found = "heic";
                    break;
                default:
                    break;
            }
        }

        return found;
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> start)
    {
        foreach (byte b in start)
        {
            if (b < 32 && b is not (9 or 10 or 12 or 13))
            {
                return false;
            }
        }

        // The last character may be cut in two.
        for (int cut = 0; cut < 4 && cut < start.Length; cut++)
        {
            ReadOnlySpan<byte> rest = start[..^cut];
            OperationStatus status = OperationStatus.Done;
            while (!rest.IsEmpty && status == OperationStatus.Done)
            {
                status = Rune.DecodeFromUtf8(rest, out _, out int used);
                rest = rest[used..];
            }

            if (status == OperationStatus.Done)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(ReadOnlySpan<byte> start, int at, ReadOnlySpan<byte> magic) => start.Length >= at && start[at..].StartsWith(magic);
}

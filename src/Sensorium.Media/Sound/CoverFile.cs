using System.Buffers.Binary;
using System.Text;

namespace Sensorium.Media;

/// <summary>A cover on its way into a sound file: as a picture beside the sound, or, in Ogg, which has no place for pictures, as a comment of its own (Xiph, "VorbisComment", METADATA_BLOCK_PICTURE).</summary>
internal sealed class CoverFile : IDisposable
{
    private const int FrontCover = 3;
    private readonly string _path;

    private CoverFile(string path, bool isComment)
    {
        _path = path;
        Input = isComment ? ["-f", "ffmetadata", "-i", "file:" + path] : ["-f", "png_pipe", "-i", "file:" + path];
        Mapping = isComment ? ["-map_metadata", "1"] : ["-map", "1:v", "-c:v", "copy", "-disposition:v:0", "attached_pic", "-metadata:s:v", "comment=Cover (front)", "-map_metadata", "-1"];
    }

    /// <summary>What is said before the outputs.</summary>
    public IReadOnlyList<string> Input { get; }

    /// <summary>What is said of the output.</summary>
    public IReadOnlyList<string> Mapping { get; }

    /// <summary>Writes a cover where ffmpeg can read it.</summary>
    /// <param name="png">A PNG file.</param>
    /// <param name="format">The kind of sound file.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>The file, deleted at the end.</returns>
    public static async Task<CoverFile> WriteAsync(ReadOnlyMemory<byte> png, SoundFormat format, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(png.Length, SoundTags.MostCoverBytes, nameof(png));
        bool isComment = format == SoundFormat.Ogg;
        CoverFile file = new(Path.GetTempFileName(), isComment);
        try
        {
            await File.WriteAllBytesAsync(file._path, isComment ? Encoding.ASCII.GetBytes($";FFMETADATA1\nMETADATA_BLOCK_PICTURE={Escape(Convert.ToBase64String(Block(png.Span)))}\n") : png.ToArray(), cancellationToken);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(_path);

    // In ffmpeg's own format of metadata an equals sign is escaped.
    private static string Escape(string text) => text.Replace("=", "\\=", StringComparison.Ordinal);

    private static byte[] Block(ReadOnlySpan<byte> png)
    {
        ReadOnlySpan<byte> kind = "image/png"u8;
        byte[] block = new byte[32 + kind.Length + png.Length];
        Span<byte> rest = block;
        Put(FrontCover, ref rest);
        Put(kind.Length, ref rest);
        kind.CopyTo(rest);
        rest = rest[kind.Length..];
        Put(0, ref rest);
        Put(png.Length >= 24 ? BinaryPrimitives.ReadInt32BigEndian(png[16..]) : 0, ref rest);
        Put(png.Length >= 24 ? BinaryPrimitives.ReadInt32BigEndian(png[20..]) : 0, ref rest);
        Put(24, ref rest);
        Put(0, ref rest);
        Put(png.Length, ref rest);
        png.CopyTo(rest);
        return block;
    }

    private static void Put(int value, ref Span<byte> rest)
    {
        BinaryPrimitives.WriteInt32BigEndian(rest, value);
        rest = rest[sizeof(int)..];
    }
}

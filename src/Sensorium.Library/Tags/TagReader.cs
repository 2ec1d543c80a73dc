using System.Text.Json;
using Sensorium.Media;

namespace Sensorium.Library;

/// <summary>
/// Reads what a file says about its song, without starting another program: ID3v1, ID3v2.2 to 2.4, Vorbis comments in FLAC and Ogg, the item list
/// of MP4, RIFF INFO, AIFF. Other containers are asked through ffprobe. A tag that is broken or hostile gives what can be read of it, never an error.
/// </summary>
/// <param name="locator">Finds ffprobe; null looks in the usual places. Default null.</param>
public sealed class TagReader(FFmpegLocator? locator = null)
{
    private readonly FFmpegLocator _locator = locator ?? new FFmpegLocator();
    private readonly ChildProcess _processes = new();

    /// <summary>Reads the tags of a file.</summary>
    /// <param name="path">The file. Its content decides what it is, never its name.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>What was found; nothing where the file is of no known kind.</returns>
    /// <exception cref="MalformedInputException">The file cannot be opened or read.</exception>
    public async Task<SongTags> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var fields = new TagFields();
        try
        {
            if (!ReadOwn(path, fields))
            {
                await AskAsync(path, fields, cancellationToken);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MalformedInputException(
                new LocalizedText($"'{path}' cannot be read ({error.Message}). Check the file.", $"'{path}' 파일을 읽을 수 없습니다({error.Message}). 파일을 확인하십시오."), error);
        }

        return fields.ToTags();
    }

    /// <summary>Reads the tags with our own readers.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="fields">Receives what is found.</param>
    /// <returns>Whether it is a container that they know.</returns>
    internal static bool Read(TagBytes bytes, TagFields fields)
    {
        byte[] start = bytes.Take(0, 12).ToArray();
        switch (start)
        {
            case [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, >= 0xE0, ..]:
                long end = Id3v2Reader.Read(bytes, 0, fields);
                if (bytes.Take(end, 4).SequenceEqual("fLaC"u8))
                {
                    VorbisCommentReader.ReadFlac(bytes, end, fields);
                }

                Id3v1Reader.Read(bytes, fields);
                return true;
            case [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..]:
                VorbisCommentReader.ReadFlac(bytes, 0, fields);
                return true;
            case [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..]:
                VorbisCommentReader.ReadOgg(bytes, fields);
                return true;
            case [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..]:
                Mp4TagReader.Read(bytes, fields);
                return true;
            case [(byte)'R', (byte)'I' or (byte)'F', (byte)'F' or (byte)'6', (byte)'F' or (byte)'4', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E']:
                RiffTagReader.ReadWav(bytes, fields);
                return true;
            case [(byte)'F', (byte)'O', (byte)'R', (byte)'M', _, _, _, _, (byte)'A', (byte)'I', (byte)'F', _]:
                RiffTagReader.ReadAiff(bytes, fields);
                return true;
            default:
                return false;
        }
    }

    private static bool ReadOwn(string path, TagFields fields)
    {
        using var bytes = new TagBytes(path);
        return Read(bytes, fields);
    }

    private async Task AskAsync(string path, TagFields fields, CancellationToken cancellationToken)
    {
        byte[] start = await MediaKinds.ReadStartAsync(path, cancellationToken);
        if (MediaKinds.Of(start) is not (MediaKind.Sound or MediaKind.Container) || _locator.FindFFprobe() is not { } ffprobe)
        {
            return;
        }

        byte[] answer = [];
        var request = new ProcessRequest
        {
            Program = "ffprobe",
            Path = ffprobe,
            Arguments =
            [
                "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file,pipe", "-show_entries", "format_tags:stream_tags", "-of", "json",
                "-i", "file:" + Path.GetFullPath(path),
            ],
            Output = async (pipe, token) =>
            {
                using var memory = new MemoryStream();
                await pipe.CopyToAsync(memory, token);
                answer = memory.ToArray();
            },
        };
        try
        {
            await _processes.RunAsync(request, cancellationToken);
            using JsonDocument json = JsonDocument.Parse(answer);
            AddAll(json.RootElement, fields);
        }
        catch (Exception error) when (error is JsonException or LimitReachedException or MissingComponentException)
        {
            // A tag too long or broken to be told is no reason to leave the song out.
        }
    }

    private static void AddAll(JsonElement root, TagFields fields)
    {
        IEnumerable<JsonElement> holders = root.TryGetProperty("format", out JsonElement format) ? [format] : [];
        holders = root.TryGetProperty("streams", out JsonElement streams) ? holders.Concat(streams.EnumerateArray()) : holders;
        foreach (JsonElement holder in holders)
        {
            if (holder.TryGetProperty("tags", out JsonElement tags))
            {
                foreach (JsonProperty tag in tags.EnumerateObject())
                {
                    fields.Add(tag.Name, tag.Value.ToString());
                }
            }
        }
    }
}

using System.Globalization;
using System.Text.Json;

namespace Sensorium.Media;

/// <summary>Asks ffprobe what a container holds. The demuxer is forced to that of the format found, so that no playlist is ever followed.</summary>
/// <param name="locator">Finds ffprobe; null looks in the usual places. Default null.</param>
/// <param name="timeProvider">The clock of the time limit; null takes the system's. Default null.</param>
public sealed class MediaProbe(FFmpegLocator? locator = null, TimeProvider? timeProvider = null)
{
    private static readonly TimeSpan LongestFilm = TimeSpan.FromDays(2);

    private readonly FFmpegLocator _locator = locator ?? new FFmpegLocator();
    private readonly ChildProcess _processes = new(timeProvider);

    /// <summary>Asks.</summary>
    /// <param name="path">The file. Its content decides what it is, never its name.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>What it holds; neither film nor sound where it is damaged beyond recognition.</returns>
    /// <exception cref="MalformedInputException">There is no such file, or it cannot be opened.</exception>
    /// <exception cref="UnsupportedInputException">It is no container that is known.</exception>
    /// <exception cref="LimitReachedException">It took too long.</exception>
    /// <exception cref="MissingComponentException">ffprobe is not installed.</exception>
    public async Task<MediaTracks> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        byte[] start = await MediaKinds.ReadStartAsync(path, cancellationToken);
        string demuxer = FilmKind.Demuxer(start) ?? throw FilmErrors.NotAFilm(Path.GetFileName(path), FileKind.Describe(start));
        byte[] answer = [];
        var request = new ProcessRequest
        {
            Program = "ffprobe",
            Path = _locator.RequireFFprobe(),
            Arguments =
            [
                "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file,pipe", "-f", demuxer,
                "-show_entries", "stream=codec_type,width,height:stream_disposition=attached_pic:stream_side_data=rotation:format=duration",
                "-of", "json", "-i", "file:" + Path.GetFullPath(path),
            ],
            Output = async (pipe, token) =>
            {
                using var memory = new MemoryStream();
                await pipe.CopyToAsync(memory, token);
                answer = memory.ToArray();
            },
        };
        await _processes.RunAsync(request, cancellationToken);
        return Parse(answer);
    }

    private static MediaTracks Parse(byte[] answer)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(answer);
            JsonElement[] streams = json.RootElement.TryGetProperty("streams", out JsonElement list) ? [.. list.EnumerateArray()] : [];
            JsonElement film = Array.Find(streams, stream => TypeOf(stream) == "video" && !IsCover(stream));
            bool hasFilm = film.ValueKind == JsonValueKind.Object;
            (int width, int height) = hasFilm ? SizeOf(film) : (0, 0);
            return new MediaTracks(hasFilm, Array.Exists(streams, stream => TypeOf(stream) == "audio"), width, height, LengthOf(json.RootElement));
        }
        catch (JsonException)
        {
            // A killed or broken ffprobe leaves half an answer.
            return default;
        }
    }

    private static string? TypeOf(JsonElement stream) => stream.TryGetProperty("codec_type", out JsonElement type) ? type.GetString() : null;

    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out JsonElement disposition) && disposition.TryGetProperty("attached_pic", out JsonElement cover) && cover.GetInt32() == 1;

    private static (int Width, int Height) SizeOf(JsonElement film)
    {
        int width = film.TryGetProperty("width", out JsonElement w) ? w.GetInt32() : 0;
        int height = film.TryGetProperty("height", out JsonElement h) ? h.GetInt32() : 0;
        bool isTurned = film.TryGetProperty("side_data_list", out JsonElement data)
            && data.EnumerateArray().Any(item => item.TryGetProperty("rotation", out JsonElement turn) && turn.TryGetInt32(out int degrees) && degrees % 180 != 0);
        return isTurned ? (height, width) : (width, height);
    }

    private static TimeSpan? LengthOf(JsonElement root) =>
        root.TryGetProperty("format", out JsonElement format) && format.TryGetProperty("duration", out JsonElement text)
        && double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
        && seconds > 0 && seconds < LongestFilm.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
}

using System.Globalization;

namespace Sensorium.Media;

/// <summary>
/// Reads the frames of a film with one ffmpeg, a few a second, reduced, as raw RGB over a pipe: memory holds one frame, whatever the
/// length. The demuxer is forced to that of the format found, so that no playlist is ever followed.
/// </summary>
/// <param name="locator">Finds ffmpeg; null looks in the usual places. Default null.</param>
/// <param name="timeProvider">The clock of the time limit; null takes the system's. Default null.</param>
public sealed class FilmReader(FFmpegLocator? locator = null, TimeProvider? timeProvider = null)
{
    private readonly FFmpegLocator _locator = locator ?? new FFmpegLocator();
    private readonly ChildProcess _processes = new(timeProvider);

    /// <summary>Reads the first film track.</summary>
    /// <param name="path">The file. Its content decides what it is, never its name.</param>
    /// <param name="tracks">What <see cref="MediaProbe"/> said of it.</param>
    /// <param name="options">Rate, size and limits.</param>
    /// <param name="take">Takes each frame, in order of time, one at a time; the film waits for it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="MalformedInputException">There is no such file, it cannot be opened, or not one frame can be read.</exception>
    /// <exception cref="UnsupportedInputException">It is something else than a film.</exception>
    /// <exception cref="LimitReachedException">It is larger, or took longer, than the limits allow.</exception>
    /// <exception cref="MissingComponentException">ffmpeg is not installed.</exception>
    public async Task<FilmReading> ReadAsync(
        string path, MediaTracks tracks, FilmReadOptions options, Func<FilmFrame, CancellationToken, Task> take, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(take);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.FramesASecond);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.FramesASecond, 30);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostSide, 16);
        string name = Path.GetFileName(path), demuxer;
        await using (FileStream file = InputFile.Open(path, options.Limits.MostBytes))
        {
            var start = new byte[FileKind.StartBytes];
            int read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
            demuxer = FilmKind.Demuxer(start.AsSpan(0, read)) ?? throw FilmErrors.NotAFilm(name, FileKind.Describe(start.AsSpan(0, read)));
        }

        double rate = tracks.Length is { } length ? Math.Min(options.FramesASecond, options.Limits.MostFrames / Math.Max(length.TotalSeconds, 1)) : options.FramesASecond;
        int frames = 0;
        ProcessResult result = await _processes.RunAsync(
            new ProcessRequest
            {
                Program = "ffmpeg",
                Path = _locator.RequireFFmpeg(),
                Arguments = Arguments(path, demuxer, rate, options),
                MostTime = options.Limits.MostTime,
                MostOutputBytes = ((3L * options.MostSide * options.MostSide) + 64) * (options.Limits.MostFrames + 1),
                Output = async (pipe, token) =>
                {
                    await using var buffered = new BufferedStream(pipe, 1 << 16);
                    var pictures = new PpmStream(buffered, options.MostSide);
                    for (; await pictures.ReadAsync(token) is { } picture; frames++)
                    {
                        await take(new FilmFrame(TimeSpan.FromSeconds(frames / rate), picture), token);
                    }
                },
            },
            cancellationToken);
        string detail = result.LastErrorLine;
        return frames > 0
            ? new FilmReading(frames, TimeSpan.FromSeconds(1 / rate), result.ExitCode != 0 || result.ErrorTail.Length > 0 ? FilmErrors.CutOff(name) : null)
            : throw FilmErrors.Damaged(name, detail.Length is 0 or > 160 ? "no frame in it" : detail);
    }

    private static string[] Arguments(string path, string demuxer, double rate, FilmReadOptions options)
    {
        string side = options.MostSide.ToString(CultureInfo.InvariantCulture);
        string frames = rate.ToString("0.######", CultureInfo.InvariantCulture);
        return
        [
            "-nostdin", "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file,pipe",
            "-max_pixels", options.Limits.MostPixels.ToString(CultureInfo.InvariantCulture),
            "-f", demuxer, "-i", "file:" + Path.GetFullPath(path),

            // A capital V leaves cover pictures out.
            "-map", "0:V:0", "-an", "-sn", "-dn",
            "-vf", $"fps={frames}:round=up:eof_action=pass,scale='min({side},iw)':'min({side},ih)':force_original_aspect_ratio=decrease:flags=area+accurate_rnd+bitexact",
            "-frames:v", options.Limits.MostFrames.ToString(CultureInfo.InvariantCulture),
            "-pix_fmt", "rgb24", "-fflags", "+bitexact", "-c:v", "ppm", "-f", "image2pipe", "pipe:1",
        ];
    }
}

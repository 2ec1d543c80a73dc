using System.Globalization;
using Sensorium.Media;

namespace Sensorium.Library;

/// <summary>
/// Makes postcards: MP4 with a photo that stands still, or grows slowly, and a stretch of a song. H.264 (yuv420p, BT.709) and AAC, with a
/// second of fading at both ends, and its index in front, as sites for sharing want it. The same photo and song give the same bytes with the
/// same ffmpeg.
/// </summary>
/// <param name="locator">Finds ffmpeg; null looks in the usual places. Default null.</param>
/// <param name="timeProvider">The clock of the time limit; null takes the system's. Default null.</param>
public sealed class PostcardMaker(FFmpegLocator? locator = null, TimeProvider? timeProvider = null)
{
    private const int SmallestSide = 64;
    private const double GrowthToEnd = 0.08;

    // Containers and bare streams of sound; no playlist is among them, so that a song cannot name other files.
    private const string Demuxers = "mp3,flac,ogg,wav,w64,aiff,mov,matroska,webm,aac,ac3,eac3,amr,ape,wv,asf,caf,au,mpc,mpc8,tta,dsf,mpeg,mpegts,avi,flv";
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan LongestFade = TimeSpan.FromSeconds(1);

    private readonly FFmpegLocator _locator = locator ?? new FFmpegLocator();
    private readonly PictureReader _pictures = new(locator, timeProvider);
    private readonly ChildProcess _processes = new(timeProvider);

    /// <summary>Makes a postcard.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="song">The song with its curve and sections.</param>
    /// <param name="wanted">The feeling that the stretch of the song is to have.</param>
    /// <param name="path">Where; an existing file is replaced.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work; nothing is left behind.</param>
    /// <returns>What it became.</returns>
    /// <exception cref="UnsupportedInputException">The name does not end with .mp4, or the photo is of an unknown kind.</exception>
    /// <exception cref="MalformedInputException">The photo or the song cannot be read.</exception>
    /// <exception cref="OutputFailedException">The file cannot be written.</exception>
    /// <exception cref="MissingComponentException">ffmpeg is missing.</exception>
    /// <exception cref="LimitReachedException">The photo is too large, or the work took over 20 minutes.</exception>
    public async Task<Postcard> MakeAsync(
        string photo, LibrarySong song, Affect wanted, string path, PostcardOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(song);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options ??= new PostcardOptions();
        options.Check();
        if (!path.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase))
        {
            throw PostcardErrors.NotMp4(Path.GetFileName(path));
        }

        string ffmpeg = _locator.RequireFFmpeg();
        var read = new PictureReadOptions { TargetLongSide = Math.Max(options.MostWidth, options.MostHeight) };
        Picture picture = (await _pictures.ReadAsync(photo, read, cancellationToken)).Picture;
        TimeSpan length = song.Length < options.Length ? song.Length : options.Length;
        TimeSpan start = PostcardMoment.Choose(song.Song, wanted, length);
        (int width, int height) = SizeOf(picture, options);
        var postcard = new Postcard(start, length, width, height);

        using var batch = new OutputBatch();
        string part = batch.Reserve(path);
        var request = new ProcessRequest
        {
            Program = "ffmpeg",
            Path = ffmpeg,
            Arguments = Arguments(song, postcard, options, part),
            Input = (pipe, _) => Task.Run(() => PngFile.Write(pipe, picture), CancellationToken.None),
            MostTime = MostTime,
        };
        ProcessResult result = await _processes.RunAsync(request, cancellationToken);
        if (result.ExitCode != 0)
        {
            throw PostcardErrors.NotMade(result.LastErrorLine);
        }

        batch.Commit();
        return postcard;
    }

    private static (int Width, int Height) SizeOf(Picture picture, PostcardOptions options)
    {
        double scale = Math.Min(1, Math.Min((double)options.MostWidth / picture.Width, (double)options.MostHeight / picture.Height));
        return (Even(picture.Width * scale), Even(picture.Height * scale));

        // Every second row and column carries colour; players stumble over pictures of a few pixels.
        static int Even(double side) => Math.Max(SmallestSide, (int)((side + 1e-6) / 2) * 2);
    }

    private static IReadOnlyList<string> Arguments(LibrarySong song, Postcard postcard, PostcardOptions options, string part)
    {
        string length = Seconds(postcard.Length);
        TimeSpan fade = postcard.Length / 4 < LongestFade ? postcard.Length / 4 : LongestFade;
        string fades = $"=t=in:st=0:d={Seconds(fade)}";
        string ending = $"=t=out:st={Seconds(postcard.Length - fade)}:d={Seconds(fade)}";
        return
        [
            "-nostdin", "-hide_banner", "-loglevel", "error",
            "-protocol_whitelist", "pipe", "-f", "png_pipe", "-framerate", options.FrameRate.ToString(), "-i", "pipe:0",
            "-protocol_whitelist", "file", "-format_whitelist", Demuxers, "-ss", Seconds(song.Start + postcard.Start), "-t", length, "-i", "file:" + song.Path,
            "-filter_complex",
            $"[0:v]{PictureFilter(postcard, options)},fade{fades},fade{ending},format=yuv420p[v];[1:a:0]aresample=48000,aformat=channel_layouts=stereo|mono,apad,afade{fades},afade{ending}[a]",
            "-map", "[v]", "-map", "[a]", "-map_metadata", "-1", "-map_chapters", "-1",
            .. Names(song),
            "-t", length,
            "-c:v", "libx264", "-preset", "veryfast", "-tune", "stillimage", "-crf", "20", "-pix_fmt", "yuv420p",
            "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
            "-c:a", "aac", "-b:a", "192k",
            "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact",
            "-movflags", "+faststart", "-f", "mp4", "-y", "file:" + part,
        ];
    }

    private static string PictureFilter(Postcard postcard, PostcardOptions options)
    {
        string size = $"{postcard.Width}:{postcard.Height}";
        string shape = $"scale={size}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=lanczos:out_color_matrix=bt709:out_range=tv,format=yuv444p,pad={size}:(ow-iw)/2:(oh-ih)/2,setsar=1";
        if (!options.Zooms)
        {
            return $"{shape},loop=loop=-1:size=1:start=0,fps={options.FrameRate}";
        }

        // The zoom moves by whole pixels of its input: four times as many make it smooth.
        long frames = Math.Max(1, (long)(postcard.Length.TotalSeconds * options.FrameRate));
        string growth = GrowthToEnd.ToString(CultureInfo.InvariantCulture);
        return $"{shape},scale=iw*4:ih*4:flags=bilinear,zoompan=z='1+{growth}*on/{frames}':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2':d={frames + options.FrameRate}:s={postcard.Width}x{postcard.Height}:fps={options.FrameRate}";
    }

    private static IEnumerable<string> Names(LibrarySong song)
    {
        foreach ((string key, string? value) in new (string, string?)[] { ("title", song.Title), ("artist", song.Tags.Artist), ("album", song.Tags.Album) })
        {
            if (PlaylistText.Clean(value) is { } clean)
            {
                yield return "-metadata";
                yield return $"{key}={clean}";
            }
        }
    }

    private static string Seconds(TimeSpan time) => VlcOptions.Seconds(time);
}

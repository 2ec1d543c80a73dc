namespace Sensorium.Media;

/// <summary>
/// Writes sound files: WAV by itself, the others with ffmpeg, told to leave out everything that changes from run to run, so that the same
/// samples and tags give the same bytes with the same ffmpeg.
/// </summary>
/// <param name="locator">Finds ffmpeg; null looks in the usual places. Default null.</param>
/// <param name="timeProvider">The clock of the time limit; null takes the system's. Default null.</param>
public sealed class SoundEncoder(FFmpegLocator? locator = null, TimeProvider? timeProvider = null)
{
    private const int BlockFrames = 16384;
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(5);
    private readonly FFmpegLocator _locator = locator ?? new FFmpegLocator();
    private readonly ChildProcess _processes = new(timeProvider);

    /// <summary>Encodes into a file, which may be one that <see cref="OutputBatch.Reserve"/> gave.</summary>
    /// <param name="sound">The sound, with one or two channels.</param>
    /// <param name="format">The kind of file; the name does not matter.</param>
    /// <param name="path">The file; it is replaced.</param>
    /// <param name="tags">What the file says about itself; null for nothing.</param>
    /// <param name="cancellationToken">Stops encoding; the file may then be incomplete.</param>
    /// <returns>When the file is written.</returns>
    /// <exception cref="MissingComponentException">ffmpeg, or the encoder in it, is missing.</exception>
    /// <exception cref="OutputFailedException">The file cannot be written.</exception>
    public async Task EncodeAsync(SoundBuffer sound, SoundFormat format, string path, SoundTags? tags = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sound.ChannelCount, 2, nameof(sound));
        string target = Path.GetFullPath(path);
        if (format == SoundFormat.Wav)
        {
            WriteWav(sound, target);
            return;
        }

        (string encoder, string muxer, WavSampleFormat samples, string[] quality) = format switch
        {
            SoundFormat.Mp3 => ("libmp3lame", "mp3", WavSampleFormat.Floating, (string[])["-b:a", "192k"]),
            SoundFormat.Ogg => ("libvorbis", "ogg", WavSampleFormat.Floating, ["-q:a", "6"]),
            SoundFormat.Flac => ("flac", "flac", WavSampleFormat.Pcm16, ["-sample_fmt", "s16", "-compression_level", "8"]),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
        };
        using CoverFile? cover = tags is { Cover.IsEmpty: false } ? await CoverFile.WriteAsync(tags.Cover, format, cancellationToken) : null;
        var request = new ProcessRequest
        {
            Program = "ffmpeg",
            Path = _locator.RequireFFmpeg(),
            Arguments =
            [
                "-nostdin", "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file,pipe",
                "-f", samples == WavSampleFormat.Pcm16 ? "s16le" : "f32le",
                "-ar", sound.SampleRate.ToString(), "-ac", sound.ChannelCount.ToString(), "-i", "pipe:0", .. cover?.Input ?? [],
                "-map", "0:a", .. cover?.Mapping ?? ["-map_metadata", "-1"], .. Metadata(tags ?? new SoundTags()),
                "-threads", "1", "-c:a", encoder, .. quality,
                "-fflags", "+bitexact", "-flags:a", "+bitexact", "-f", muxer, "-y", "file:" + target,
            ],
            MostTime = MostTime,
            Input = (pipe, token) => FeedAsync(sound, samples, pipe, token),
        };
        ProcessResult result = await _processes.RunAsync(request, cancellationToken);
        if (result.ExitCode != 0)
        {
            throw result.ErrorTail.Contains("Unknown encoder", StringComparison.OrdinalIgnoreCase)
                ? SoundErrors.NoEncoder(encoder)
                : SoundErrors.NotEncoded(format, result.LastErrorLine);
        }
    }

    /// <summary>Encodes into a stream, by way of a temporary file: headers hold what is known at the end only.</summary>
    /// <param name="sound">The sound, with one or two channels.</param>
    /// <param name="format">The kind of file.</param>
    /// <param name="output">Receives the whole file; stays open.</param>
    /// <param name="tags">What the file says about itself; null for nothing.</param>
    /// <param name="cancellationToken">Stops encoding.</param>
    /// <returns>When everything is written.</returns>
    /// <exception cref="MissingComponentException">ffmpeg, or the encoder in it, is missing.</exception>
    /// <exception cref="OutputFailedException">The temporary file cannot be written.</exception>
    public async Task EncodeAsync(SoundBuffer sound, SoundFormat format, Stream output, SoundTags? tags = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        string path = Path.GetTempFileName();
        try
        {
            await EncodeAsync(sound, format, path, tags, cancellationToken);
            await using FileStream file = File.OpenRead(path);
            await file.CopyToAsync(output, cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void WriteWav(SoundBuffer sound, string target)
    {
        try
        {
            using FileStream file = File.Create(target);
            WavFile.Write(file, sound);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw OutputErrors.From(target, error);
        }
    }

    private static List<string> Metadata(SoundTags tags)
    {
        var arguments = new List<string>();
        Add("title", tags.Title);
        Add("artist", tags.Artist);
        Add("album", tags.Album);
        Add("comment", tags.Comment);
        return arguments;

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                arguments.Add("-metadata");
                arguments.Add($"{key}={string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c))}");
            }
        }
    }

    private static async Task FeedAsync(SoundBuffer sound, WavSampleFormat format, Stream pipe, CancellationToken cancellationToken)
    {
        int frameBytes = WavSamples.BytesOf(format) * sound.ChannelCount;
        var block = new byte[BlockFrames * frameBytes];
        for (int done = 0; done < sound.Length; done += BlockFrames)
        {
            int frames = Math.Min(BlockFrames, sound.Length - done);
            for (int channel = 0; channel < sound.ChannelCount; channel++)
            {
                WavSamples.Encode(sound.Channel(channel).Slice(done, frames), block, channel, sound.ChannelCount, format);
            }

            await pipe.WriteAsync(block.AsMemory(0, frames * frameBytes), cancellationToken);
        }
    }
}

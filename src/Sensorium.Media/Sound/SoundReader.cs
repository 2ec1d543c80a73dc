namespace Sensorium.Media;

/// <summary>
/// Reads sound files: WAV by itself where nothing has to be converted, everything else with ffmpeg, whose demuxer is forced to that of the
/// format found, so that no playlist is ever followed.
/// </summary>
/// <param name="locator">Finds ffmpeg; null looks in the usual places. Default null.</param>
/// <param name="timeProvider">The clock of the time limit; null takes the system's. Default null.</param>
public sealed class SoundReader(FFmpegLocator? locator = null, TimeProvider? timeProvider = null)
{
    private readonly FFmpegLocator _locator = locator ?? new FFmpegLocator();
    private readonly ChildProcess _processes = new(timeProvider);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>Reads the first sound track of a file.</summary>
    /// <param name="path">The file. Its content decides what it is, never its name.</param>
    /// <param name="options">Rate and channels wanted, and the limits.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The sound.</returns>
    /// <exception cref="MalformedInputException">There is no such file, it cannot be opened, or it is empty or broken.</exception>
    /// <exception cref="UnsupportedInputException">It is something else than a sound, or of a kind that cannot be read here.</exception>
    /// <exception cref="LimitReachedException">It is longer, or took longer, than the limits allow.</exception>
    /// <exception cref="MissingComponentException">It needs ffmpeg, which is not installed.</exception>
    public async Task<SoundBuffer> ReadAsync(string path, SoundReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SampleRate ?? 1000, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.SampleRate ?? 1000, 384_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ChannelCount ?? 1, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ChannelCount ?? 1, 2);
        string name = Path.GetFileName(path);
        try
        {
            await using FileStream file = InputFile.Open(path, options.Limits.MostBytes);
            var start = new byte[FileKind.StartBytes];
            int read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
            start = start[..read];
            string demuxer = SoundKind.Demuxer(start) ?? throw SoundErrors.NotASound(name, FileKind.Describe(start));
            return demuxer == "wav" && await ReadWavAsync(file, options, cancellationToken) is { } sound
                ? sound
                : await ReadOtherAsync(file.Name, name, demuxer, options, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw InputFile.Unreadable(path, error);
        }
    }

    /// <summary>Opens the first sound track of a sound or a film, to be decoded while it is read.</summary>
    /// <param name="path">The file. Its content decides what it is, never its name.</param>
    /// <param name="options">Rate and channels wanted, and the limits; null for the defaults.</param>
    /// <param name="cancellationToken">Stops opening.</param>
    /// <returns>The sound; to be disposed of.</returns>
    /// <exception cref="MalformedInputException">There is no such file, it cannot be opened, or it is empty or broken.</exception>
    /// <exception cref="UnsupportedInputException">It is something else, or a film without sound.</exception>
    /// <exception cref="LimitReachedException">It is larger than allowed, or nothing came for too long.</exception>
    /// <exception cref="MissingComponentException">It needs ffmpeg, which is not installed.</exception>
    public async Task<SoundStream> OpenAsync(string path, SoundStreamOptions? options = null, CancellationToken cancellationToken = default) =>
        await TryOpenAsync(path, options, cancellationToken) ?? throw SoundErrors.NoSound(Path.GetFileName(path));

    /// <summary>Like <see cref="OpenAsync(string, SoundStreamOptions?, CancellationToken)"/>, but a film without a sound track is no error.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Rate and channels wanted, and the limits; null for the defaults.</param>
    /// <param name="cancellationToken">Stops opening.</param>
    /// <returns>The sound; null where the file has no sound track.</returns>
    public async Task<SoundStream?> TryOpenAsync(string path, SoundStreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new SoundStreamOptions();
        options.Check();
        try
        {
            SoundSource source = await SoundSource.OpenAsync(path, options.Limits.MostBytes, cancellationToken);
            return await StreamAsync(source, options, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw InputFile.Unreadable(path, error);
        }
    }

    /// <summary>Opens the first sound track of what a stream gives, such as a microphone's WAV on the standard input, to be decoded while it comes.</summary>
    /// <param name="input">Sound or film of a kind that can be told by its first bytes. Stays open. MP4 and its kin are copied into a temporary file first.</param>
    /// <param name="name">What to call it in sentences, e.g. <c>-</c>.</param>
    /// <param name="options">Rate and channels wanted, and the limits; null for the defaults.</param>
    /// <param name="cancellationToken">Stops opening.</param>
    /// <returns>The sound; to be disposed of.</returns>
    /// <exception cref="MalformedInputException">It is empty or broken.</exception>
    /// <exception cref="UnsupportedInputException">It is something else, or a film without sound.</exception>
    /// <exception cref="LimitReachedException">It is larger than allowed, or nothing came for too long.</exception>
    /// <exception cref="MissingComponentException">ffmpeg is not installed.</exception>
    public async Task<SoundStream> OpenAsync(Stream input, string name, SoundStreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(name);
        options ??= new SoundStreamOptions();
        options.Check();
        SoundSource source = await SoundSource.OpenAsync(input, name, options.Limits.MostBytes, cancellationToken);
        return await StreamAsync(source, options, cancellationToken) ?? throw SoundErrors.NoSound(name);
    }

    // A WAV file whose rate is right needs no ffmpeg. Null where there is no sound track.
    private async Task<SoundStream?> StreamAsync(SoundSource source, SoundStreamOptions options, CancellationToken cancellationToken)
    {
        Stream? owned = source.Path is null ? null : source.Stream;
        SoundProcess? process = null;
        SoundStream? sound = null;
        try
        {
            WavReader? reader = source.Path is not null && source.Demuxer == "wav" ? PlainWav(source, options) : null;
            if (reader is null)
            {
                process = SoundProcess.Start(_processes, _locator.RequireFFmpeg(), source, options);
                reader = await HeaderAsync(process, source.Name, options.Limits.MostWait, cancellationToken);
            }

            sound = reader is null ? null : new SoundStream(source.Name, reader, process, owned, options, _timeProvider);
            return sound;
        }
        finally
        {
            if (sound is null)
            {
                await (process?.DisposeAsync() ?? ValueTask.CompletedTask);
                await (owned?.DisposeAsync() ?? ValueTask.CompletedTask);
            }
        }
    }

    private static WavReader? PlainWav(SoundSource source, SoundStreamOptions options)
    {
        try
        {
            source.Stream.Position = 0;
            var reader = new WavReader(source.Stream, source.Name);
            return (options.SampleRate ?? reader.SampleRate) == reader.SampleRate && reader.SampleRate >= 1000 && reader.FrameCount != 0 ? reader : null;
        }
        catch (SensoriumException)
        {
            // ffmpeg may know more kinds, or say better what is wrong.
            return null;
        }
    }

    private async Task<WavReader?> HeaderAsync(SoundProcess process, string name, TimeSpan mostWait, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(mostWait, _timeProvider);
        using CancellationTokenRegistration first = late.Token.Register(process.Kill);
        using CancellationTokenRegistration second = cancellationToken.Register(process.Kill);
        try
        {
            Stream output = await process.OutputAsync();
            return await Task.Run(() => new WavReader(output, name), CancellationToken.None);
        }
        catch (Exception) when (process.IsKilled)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw SoundErrors.Stalled(name, mostWait);
        }
        catch (MalformedInputException)
        {
            // Nothing came; what ffmpeg says about it tells more.
            ProcessResult result = await process.EndAsync();
            return result.ErrorTail.Contains("matches no streams", StringComparison.Ordinal) ? null : throw SoundErrors.Silent(name, result);
        }
    }

    // Null where the file has to be converted.
    private static async Task<SoundBuffer?> ReadWavAsync(FileStream file, SoundReadOptions options, CancellationToken cancellationToken)
    {
        string name = Path.GetFileName(file.Name);
        try
        {
            file.Position = 0;
            var reader = new WavReader(file, name);
            if ((options.SampleRate ?? reader.SampleRate) != reader.SampleRate || (options.ChannelCount ?? reader.ChannelCount) != reader.ChannelCount)
            {
                return null;
            }
        }
        catch (UnsupportedInputException)
        {
            return null;
        }

        file.Position = 0;
        return await Task.Run(() => WavFile.Read(file, options.Limits, name), cancellationToken);
    }

    private async Task<SoundBuffer> ReadOtherAsync(string path, string name, string demuxer, SoundReadOptions options, CancellationToken cancellationToken)
    {
        SoundBuffer? sound = null;
        MalformedInputException? failure = null;
        var request = new ProcessRequest
        {
            Program = "ffmpeg",
            Path = _locator.RequireFFmpeg(),
            Arguments =
            [
                "-nostdin", "-hide_banner", "-loglevel", "error",
                "-protocol_whitelist", "file,pipe", "-f", demuxer, "-i", "file:" + Path.GetFullPath(path),
                "-map", "0:a:0", "-vn", "-sn", "-dn",
                .. options.SampleRate is { } rate ? (ReadOnlySpan<string>)["-ar", rate.ToString()] : [],
                "-c:a", "pcm_f32le", "-fflags", "+bitexact", "-f", "wav", "pipe:1",
            ],
            MostTime = options.Limits.MostTime,
            MostOutputBytes = (options.Limits.MostSamples * 4) + (1 << 20),
            Output = (pipe, token) => Task.Run(
                () =>
                {
                    try
                    {
                        sound = WavFile.Read(pipe, options.Limits, name);
                    }
                    catch (MalformedInputException error)
                    {
                        // Nothing came; what ffmpeg says about it tells more.
                        failure = error;
                    }
                },
                token),
        };
        ProcessResult result = await _processes.RunAsync(request, cancellationToken);
        if (sound is { Length: > 0 })
        {
            return options.ChannelCount is { } channels ? WithChannels(sound, channels) : sound;
        }

        throw SoundErrors.Silent(name, result, failure);
    }

    // ffmpeg mixes floats without regard to full scale, which makes a voice on both sides 3 dB louder in the middle.
    private static SoundBuffer WithChannels(SoundBuffer sound, int count)
    {
        if (sound.ChannelCount == count)
        {
            return sound;
        }

        var result = new SoundBuffer(sound.SampleRate, count, sound.Length);
        for (int channel = 0; channel < count; channel++)
        {
            Span<float> samples = result.Channel(channel);
            if (count == 2)
            {
                // One channel goes to both sides; of several, the front pair comes first.
                sound.Channel(Math.Min(channel, sound.ChannelCount - 1)).CopyTo(samples);
                continue;
            }

            for (int i = 0; i < samples.Length; i++)
            {
                float sum = 0;
                for (int from = 0; from < sound.ChannelCount; from++)
                {
                    sum += sound.Channel(from)[i];
                }

                samples[i] = sum / sound.ChannelCount;
            }
        }

        return result;
    }
}

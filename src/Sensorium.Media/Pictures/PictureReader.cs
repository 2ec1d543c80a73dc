namespace Sensorium.Media;

/// <summary>
/// Reads PNG by itself, JPEG with libjpeg-turbo, and WebP, GIF, BMP, TIFF, HEIC and AVIF with ffmpeg, which also takes over the JPEG files
/// that the library cannot read and all of them where it is missing. Every path ends within the time limit.
/// </summary>
/// <param name="locator">Finds ffmpeg; null looks in the usual places. Default null.</param>
/// <param name="timeProvider">The clock of the time limit; null takes the system's. Default null.</param>
public sealed class PictureReader(FFmpegLocator? locator = null, TimeProvider? timeProvider = null) : IPictureReader
{
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private readonly FFmpegDecoder _ffmpeg = new(locator ?? new FFmpegLocator(), new ChildProcess(timeProvider));

    /// <inheritdoc/>
    public async Task<DecodedPicture> ReadAsync(string path, PictureReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return await WithinTimeAsync(Path.GetFileName(path), options, ReadFileAsync, cancellationToken);

        async Task<DecodedPicture> ReadFileAsync(CancellationToken token)
        {
            try
            {
                await using FileStream file = InputFile.Open(path, options.Limits.MostBytes);
                return await ReadAsync(file, Path.GetFileName(path), options, token);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw InputFile.Unreadable(path, error);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<DecodedPicture> ReadAsync(ReadOnlyMemory<byte> file, string name, PictureReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return await WithinTimeAsync(name, options, ReadMemoryAsync, cancellationToken);

        async Task<DecodedPicture> ReadMemoryAsync(CancellationToken token)
        {
            InputFile.RefuseUnfit(name, file.Length, options.Limits.MostBytes);
            byte[] data = file.ToArray();
            PictureInput input = InputOf(data.AsSpan(0, Math.Min(data.Length, FileKind.StartBytes)), name, path: null, options);
            return input.Format == "png"
                ? await Task.Run(() => PngDecoder.Decode(new MemoryStream(data, PngEncoder.Signature.Length, data.Length - PngEncoder.Signature.Length), input, token), token)
                : await DecodeAsync(data, input, token);
        }
    }

    private async Task<DecodedPicture> WithinTimeAsync(
        string name, PictureReadOptions options, Func<CancellationToken, Task<DecodedPicture>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TargetLongSide, 1);
        using var timeout = new CancellationTokenSource(options.Limits.MostTime, _timeProvider);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await read(stop.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw PictureErrors.TooSlow(name, options.Limits.MostTime);
        }
    }

    private async Task<DecodedPicture> ReadAsync(FileStream file, string name, PictureReadOptions options, CancellationToken cancellationToken)
    {
        var start = new byte[FileKind.StartBytes];
        int read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        PictureInput input = InputOf(start.AsSpan(0, read), name, Path.GetFullPath(file.Name), options);
        if (input.Format == "png")
        {
            file.Position = PngEncoder.Signature.Length;
            return await Task.Run(() => PngDecoder.Decode(file, input, cancellationToken), cancellationToken);
        }

        file.Position = 0;
        return await DecodeAsync(await InputFile.ReadAllAsync(file, options.Limits.MostBytes, cancellationToken), input, cancellationToken);
    }

    private static PictureInput InputOf(ReadOnlySpan<byte> start, string name, string? path, PictureReadOptions options) =>
        new(name, path, FileKind.PictureFormat(start) ?? throw PictureErrors.NotAPicture(name, FileKind.Describe(start)), options);

    private async Task<DecodedPicture> DecodeAsync(byte[] data, PictureInput input, CancellationToken cancellationToken)
    {
        if (input.Format != "jpeg")
        {
            return await _ffmpeg.DecodeAsync(data, input, orientation: 1, cancellationToken);
        }

        return await Task.Run(() => JpegDecoder.TryDecode(data, input), cancellationToken)
            ?? await _ffmpeg.DecodeAsync(data, input, JpegHeader.Parse(data)?.Orientation ?? 1, cancellationToken);
    }
}

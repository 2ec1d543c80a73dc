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
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TargetLongSide, 1);
        using var timeout = new CancellationTokenSource(options.Limits.MostTime, _timeProvider);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        string name = Path.GetFileName(path);
        try
        {
            await using FileStream file = InputFile.Open(path, options.Limits.MostBytes);
            return await ReadAsync(file, name, options, stop.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw PictureErrors.TooSlow(name, options.Limits.MostTime);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw InputFile.Unreadable(path, error);
        }
    }

    private async Task<DecodedPicture> ReadAsync(FileStream file, string name, PictureReadOptions options, CancellationToken cancellationToken)
    {
        var start = new byte[FileKind.StartBytes];
        int read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        start = start[..read];
        string format = FileKind.PictureFormat(start) ?? throw PictureErrors.NotAPicture(name, FileKind.Describe(start));
        var input = new PictureInput(name, Path.GetFullPath(file.Name), format, options);
        if (format == "png")
        {
            file.Position = PngEncoder.Signature.Length;
            return await Task.Run(() => PngDecoder.Decode(file, input, cancellationToken), cancellationToken);
        }

        file.Position = 0;
        byte[] data = await InputFile.ReadAllAsync(file, options.Limits.MostBytes, cancellationToken);
        if (format != "jpeg")
        {
            return await _ffmpeg.DecodeAsync(data, input, orientation: 1, cancellationToken);
        }

        return await Task.Run(() => JpegDecoder.TryDecode(data, input), cancellationToken)
            ?? await _ffmpeg.DecodeAsync(data, input, JpegHeader.Parse(data)?.Orientation ?? 1, cancellationToken);
    }
}

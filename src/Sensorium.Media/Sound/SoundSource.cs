namespace Sensorium.Media;

/// <summary>Where the bytes of a sound come from.</summary>
/// <param name="Name">Its name, for sentences.</param>
/// <param name="Demuxer">ffmpeg's name of its container.</param>
/// <param name="Start">Its first bytes.</param>
/// <param name="Stream">The open file, or a stream that stands behind <paramref name="Start"/>.</param>
/// <param name="Path">The file; null for a stream.</param>
internal sealed record SoundSource(string Name, string Demuxer, byte[] Start, Stream Stream, string? Path)
{
    /// <summary>Opens a file and looks what it is.</summary>
    public static async Task<SoundSource> OpenAsync(string path, long mostBytes, CancellationToken cancellationToken)
    {
        FileStream file = InputFile.Open(path, mostBytes);
        try
        {
            return await LookAsync(file, System.IO.Path.GetFileName(path), file.Name, cancellationToken);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Looks what a stream is. A container that keeps its index at the end goes into a temporary file first, which is gone when it is closed.</summary>
    public static async Task<SoundSource> OpenAsync(Stream stream, string name, long mostBytes, CancellationToken cancellationToken)
    {
        SoundSource source = await LookAsync(stream, name, null, cancellationToken);
        return source.Demuxer == "mov" ? await SpoolAsync(source, mostBytes, cancellationToken) : source;
    }

    private static async Task<SoundSource> LookAsync(Stream stream, string name, string? path, CancellationToken cancellationToken)
    {
        var start = new byte[FileKind.StartBytes];
        int read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        start = start[..read];
        InputFile.RefuseUnfit(name, read, long.MaxValue);
        string demuxer = SoundKind.Demuxer(start) ?? throw SoundErrors.NotASound(name, FileKind.Describe(start));
        return new SoundSource(name, demuxer, start, stream, path);
    }

    private static async Task<SoundSource> SpoolAsync(SoundSource source, long mostBytes, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            System.IO.Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await file.WriteAsync(source.Start, cancellationToken);
            var buffer = new byte[1 << 16];
            for (int read; (read = await source.Stream.ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(cancellationToken)) > 0;)
            {
                InputFile.RefuseUnfit(source.Name, file.Position + read, mostBytes);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            await file.FlushAsync(cancellationToken);
            return source with { Stream = file, Path = file.Name };
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}

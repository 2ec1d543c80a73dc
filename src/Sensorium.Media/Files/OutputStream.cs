namespace Sensorium.Media;

/// <summary>A file stream whose errors are sentences, so that a full disk is reported as one wherever it is noticed.</summary>
/// <param name="inner">The temporary file.</param>
/// <param name="target">The name the file is to have, for the sentence.</param>
internal sealed class OutputStream(FileStream inner, string target) : Stream
{
    private bool _sealed;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    /// <summary>Flushes to the disk and closes the file.</summary>
    public void Seal()
    {
        if (!_sealed)
        {
            // A caller that has closed the stream is done with it; what it wrote is flushed all the same.
            _sealed = true;
            inner.Flush(flushToDisk: true);
            inner.Dispose();
        }
    }

    /// <summary>Closes the file whatever happens: it is about to be removed.</summary>
    public void Abandon()
    {
        try
        {
            inner.Dispose();
        }
        catch (IOException)
        {
            // What could not be flushed is not wanted any more.
        }
    }

    public override void Flush() => Guard(inner, static (file, _) => file.Flush(), 0);

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => inner.Read(buffer);

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void SetLength(long value) => Guard(inner, static (file, length) => file.SetLength(length), value);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw OutputErrors.From(target, error);
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await inner.WriteAsync(buffer, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw OutputErrors.From(target, error);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        // The batch seals the file at commit and abandons it otherwise; a caller's using block only hands over what it wrote.
        if (disposing && inner.CanWrite)
        {
            Flush();
        }

        base.Dispose(disposing);
    }

    private void Guard<T>(FileStream file, Action<FileStream, T> action, T value)
    {
        try
        {
            action(file, value);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw OutputErrors.From(target, error);
        }
    }
}

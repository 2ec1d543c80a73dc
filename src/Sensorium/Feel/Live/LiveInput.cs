namespace Sensorium;

/// <summary>A stream that comes as it is made, such as a microphone's: it counts its bytes, and gives sound without a header one.</summary>
/// <param name="inner">What comes; stays open.</param>
/// <param name="raw">What it is where it has no header; null where its first bytes tell.</param>
internal sealed class LiveInput(Stream inner, RawSound? raw) : Stream
{
    private ReadOnlyMemory<byte> _header = raw?.Header() ?? [];

    /// <summary>How many bytes came.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_header.IsEmpty)
        {
            int given = Math.Min(buffer.Length, _header.Length);
            _header[..given].CopyTo(buffer);
            _header = _header[given..];
            return given;
        }

        // Standard input heeds no token; who waits for a silent microphone can leave all the same.
        int read = await inner.ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(cancellationToken);
        Count += read;
        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

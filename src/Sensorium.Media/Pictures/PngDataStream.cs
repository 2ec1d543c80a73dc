namespace Sensorium.Media;

/// <summary>The compressed samples of a PNG file: the contents of its IDAT chunks, one behind the other.</summary>
/// <param name="chunks">Stands at the first IDAT chunk; stands at the chunk after the last one at the end.</param>
/// <param name="cancellationToken">Stops reading.</param>
internal sealed class PngDataStream(PngChunkReader chunks, CancellationToken cancellationToken) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (chunks.Type == PngChunkReader.Data)
        {
            int read = chunks.Read(buffer);
            if (read > 0 || buffer.IsEmpty)
            {
                return read;
            }

            chunks.Finish(cancellationToken);
            chunks.Next();
        }

        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

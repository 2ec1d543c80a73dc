namespace Sensorium.Library;

/// <summary>A piece of a file that is to be written: a range of the old one, or new bytes.</summary>
internal readonly record struct FilePiece
{
    private FilePiece(long at, long length, ReadOnlyMemory<byte> bytes) => (At, Length, Bytes) = (at, length, bytes);

    /// <summary>Where the range begins in the old file; below zero for new bytes.</summary>
    public long At { get; }

    /// <summary>Bytes.</summary>
    public long Length { get; }

    /// <summary>The new bytes; empty for a range.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>A range of the old file.</summary>
    public static FilePiece Old(long from, long to) => new(from, to - from, default);

    /// <summary>New bytes.</summary>
    public static FilePiece New(ReadOnlyMemory<byte> bytes) => new(-1, bytes.Length, bytes);
}

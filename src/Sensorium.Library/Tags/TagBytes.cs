using Microsoft.Win32.SafeHandles;

namespace Sensorium.Library;

/// <summary>Pieces of a file by place and length. Whatever a file claims of itself: what lies outside is not read, and no piece is larger than asked for.</summary>
internal sealed class TagBytes : IDisposable
{
    private readonly SafeFileHandle? _file;
    private readonly ReadOnlyMemory<byte> _memory;
    private byte[] _page = [];
    private long _pageStart;

    /// <summary>Opens a file.</summary>
    public TagBytes(string path)
    {
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Length = RandomAccess.GetLength(_file);
    }

    /// <summary>Looks at bytes in memory.</summary>
    public TagBytes(ReadOnlyMemory<byte> memory)
    {
        _memory = memory;
        Length = memory.Length;
    }

    /// <summary>How many there are.</summary>
    public long Length { get; }

    /// <summary>Takes a piece.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="count">Its length.</param>
    /// <returns>The piece, valid until the next; shorter where the file ends, empty where it begins outside.</returns>
    public ReadOnlySpan<byte> Take(long at, int count)
    {
        if (at < 0 || at >= Length || count <= 0)
        {
            return [];
        }

        count = (int)Math.Min(count, Length - at);
        if (_file is null)
        {
            return _memory.Span.Slice((int)at, count);
        }

        if (at < _pageStart || at + count > _pageStart + _page.Length)
        {
            // Tags are read in small steps forwards; a page serves many of them.
            var page = new byte[Math.Min(Math.Max(count, 4096), Length - at)];
            int got = 0;
            for (int read; got < page.Length && (read = RandomAccess.Read(_file, page.AsSpan(got), at + got)) > 0; got += read)
            {
            }

            _page = got == page.Length ? page : page[..got];
            _pageStart = at;
            count = Math.Min(count, got);
        }

        return _page.AsSpan((int)(at - _pageStart), count);
    }

    /// <inheritdoc />
    public void Dispose() => _file?.Dispose();
}

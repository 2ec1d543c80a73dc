using System.Text;

namespace Sensorium.Library;

/// <summary>Reads lines of UTF-8 from a stream, each within a limit.</summary>
/// <param name="stream">The stream.</param>
internal sealed class MpdLines(Stream stream)
{
    private const int LongestLine = 1 << 16;
    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>Reads the next line.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The line without its end; null at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">It is longer than 64 KiB.</exception>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellationToken)
    {
        int seen = 0;
        while (true)
        {
            int found = _buffer.AsSpan(_start + seen, _end - _start - seen).IndexOf((byte)'\n');
            if (found >= 0)
            {
                string line = Encoding.UTF8.GetString(_buffer, _start, seen + found);
                _start += seen + found + 1;
                return line;
            }

            seen = _end - _start;
            if (seen > LongestLine)
            {
                throw new InvalidDataException("A line is longer than 64 KiB.");
            }

            MakeRoom();
            int read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
            {
                return null;
            }

            _end += read;
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }
}

namespace Sensorium.Music;

/// <summary>Reads a track's bytes in order; reading past the end is a <see cref="MalformedInputException"/>.</summary>
/// <param name="bytes">The track.</param>
/// <param name="offset">Where the track begins in its file, for messages.</param>
internal struct MidiCursor(ReadOnlyMemory<byte> bytes, int offset)
{
    private int _next;

    /// <summary>Position in the file.</summary>
    public readonly int Position => offset + _next;

    /// <summary>Whether every byte has been read.</summary>
    public readonly bool AtEnd => _next >= bytes.Length;

    /// <summary>The next byte without moving on.</summary>
    public readonly byte PeekByte() => AtEnd ? throw MidiReader.Broken(Position) : bytes.Span[_next];

    /// <summary>The next byte.</summary>
    public byte Byte()
    {
        byte value = PeekByte();
        _next++;
        return value;
    }

    /// <summary>The next byte, which must be below 0x80.</summary>
    public byte DataByte() => PeekByte() < 0x80 ? Byte() : throw MidiReader.Broken(Position);

    /// <summary>A variable-length quantity of at most four bytes.</summary>
    public int VariableLength()
    {
        int value = 0;
        for (int i = 0; i < 4; i++)
        {
            byte next = Byte();
            value = (value << 7) | (next & 0x7F);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw MidiReader.Broken(Position);
    }

    /// <summary>The next <paramref name="count"/> bytes.</summary>
    /// <param name="count">At least 0.</param>
    public ReadOnlyMemory<byte> Bytes(int count)
    {
        if (count > bytes.Length - _next)
        {
            throw MidiReader.Broken(Position);
        }

        ReadOnlyMemory<byte> taken = bytes.Slice(_next, count);
        _next += count;
        return taken;
    }
}

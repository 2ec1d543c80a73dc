using System.Buffers.Binary;

namespace Sensorium.Library;

/// <summary>A page of an Ogg file (RFC 3533).</summary>
internal sealed class OggPage
{
    private const int HeadBytes = 27;
    private const uint Polynomial = 0x04C11DB7;
    private static readonly uint[] Remainders = MakeRemainders();

    private readonly byte[] _head;

    private OggPage(long at, byte[] head) => (At, _head) = (at, head);

    /// <summary>Where it begins.</summary>
    public long At { get; }

    /// <summary>Where its segments begin.</summary>
    public long BodyAt => At + _head.Length;

    /// <summary>Where it ends.</summary>
    public long End => BodyAt + Sum(Table);

    /// <summary>The stream it belongs to.</summary>
    public uint Serial => BinaryPrimitives.ReadUInt32LittleEndian(_head.AsSpan(14));

    /// <summary>Its number in the stream.</summary>
    public uint Number => BinaryPrimitives.ReadUInt32LittleEndian(_head.AsSpan(18));

    /// <summary>Whether its first segment goes on with a packet of the page before.</summary>
    public bool Continues => (_head[5] & 1) != 0;

    /// <summary>Whether it begins a stream.</summary>
    public bool Begins => (_head[5] & 2) != 0;

    /// <summary>Whether it ends its stream.</summary>
    public bool Ends => (_head[5] & 4) != 0;

    /// <summary>Flags, position, stream and segments: all but its number and its checksum.</summary>
    public ReadOnlySpan<byte> Table => _head.AsSpan(HeadBytes);

    /// <summary>Reads a page.</summary>
    /// <returns>The page; null where the file has ended.</returns>
    /// <exception cref="MalformedInputException">There is something else.</exception>
    public static OggPage? Read(TagBytes file, long at)
    {
        if (at == file.Length)
        {
            return null;
        }

        ReadOnlySpan<byte> head = file.Take(at, HeadBytes);
        if (head.Length < HeadBytes || !head.StartsWith("OggS"u8) || head[4] != 0)
        {
            throw Damaged();
        }

        byte[] whole = file.Take(at, HeadBytes + head[26]).ToArray();
        var page = new OggPage(at, whole);
        return whole.Length < HeadBytes + whole[26] || page.End > file.Length ? throw Damaged() : page;
    }

    /// <summary>Makes a page.</summary>
    /// <param name="serial">Its stream.</param>
    /// <param name="number">Its number.</param>
    /// <param name="continues">Whether it goes on with a packet.</param>
    /// <param name="table">Lengths of its segments.</param>
    /// <param name="body">The segments.</param>
    /// <returns>Its bytes.</returns>
    public static byte[] Make(uint serial, uint number, bool continues, ReadOnlySpan<byte> table, ReadOnlySpan<byte> body)
    {
        // Heads of streams stand at position 0; a page in which no packet ends has none.
        byte[] page = [.. "OggS"u8, 0, (byte)(continues ? 1 : 0), .. new byte[20], (byte)table.Length, .. table, .. body];
        BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(6), table.ContainsAnyExcept((byte)255) ? 0 : -1);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(14), serial);
        Stamp(page, number, []);
        return page;
    }

    /// <summary>The head of this page with another number and the checksum for it.</summary>
    public byte[] Renumbered(TagBytes file, uint number)
    {
        byte[] head = [.. _head];
        Stamp(head, number, file.Take(BodyAt, (int)(End - BodyAt)));
        return head;
    }

    /// <summary>Takes in all of the head but number and checksum.</summary>
    public void AddHead(System.Security.Cryptography.IncrementalHash hash)
    {
        hash.AppendData(_head.AsSpan(0, 18));
        hash.AppendData(_head.AsSpan(26));
    }

    /// <summary>What is wrong with a file whose pages do not follow each other.</summary>
    public static MalformedInputException Damaged() => TagWriteErrors.Damaged("a page of the Ogg file", "Ogg 파일의 페이지");

    private static void Stamp(Span<byte> head, uint number, ReadOnlySpan<byte> body)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(head[18..], number);
        head.Slice(22, 4).Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(head[22..], Checksum(Checksum(0, head), body));
    }

    private static uint Checksum(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            sum = (sum << 8) ^ Remainders[(sum >> 24) ^ value];
        }

        return sum;
    }

    private static uint[] MakeRemainders()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i << 24;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value << 1) ^ ((value & 0x80000000) != 0 ? Polynomial : 0);
            }

            table[i] = value;
        }

        return table;
    }

    private static int Sum(ReadOnlySpan<byte> lengths)
    {
        int sum = 0;
        foreach (byte length in lengths)
        {
            sum += length;
        }

        return sum;
    }
}

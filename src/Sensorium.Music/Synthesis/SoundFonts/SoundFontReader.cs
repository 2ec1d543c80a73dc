using System.Buffers.Binary;
using System.Text;

namespace Sensorium.Music;

/// <summary>
/// Checks the structure of a SoundFont ("SoundFont Technical Specification 2.04", E-mu Systems / Creative, 2006) before FluidSynth sees the file:
/// every chunk lies within the file and every index within the table that it points into.
/// </summary>
internal static class SoundFontReader
{
    private const int MaximumTableBytes = 64 << 20;

    /// <summary>Tables of the "pdta" list in their fixed order: name, record size, and where in a record the index into the table after next lies.</summary>
    private static readonly (string Id, int Size, int BagOffset)[] Tables =
    [
        ("phdr", 38, 24), ("pbag", 4, -1), ("pmod", 10, -1), ("pgen", 4, -1),
        ("inst", 22, 20), ("ibag", 4, -1), ("imod", 10, -1), ("igen", 4, -1), ("shdr", 46, -1),
    ];

    public static SoundFontInfo Read(string path, Stream stream)
    {
        Span<byte> header = stackalloc byte[12];
        stream.ReadExactly(header);
        if (!header.StartsWith("RIFF"u8) || !header[8..].SequenceEqual("sfbk"u8))
        {
            throw new InvalidDataException("it does not begin as a SoundFont does");
        }

        string name = string.Empty;
        bool samples = false;
        byte[][]? tables = null;
        while (stream.Length - stream.Position >= 12)
        {
            stream.ReadExactly(header);
            long size = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            long end = stream.Position - 4 + size;
            if (size < 4 || end > stream.Length)
            {
                throw new InvalidDataException($"it is cut short: byte {end} is wanted, it has {stream.Length}");
            }

            if (header.StartsWith("LIST"u8))
            {
                ReadOnlySpan<byte> kind = header[8..];
                if (kind.SequenceEqual("INFO"u8))
                {
                    name = ReadInfo(ReadBlock(stream, end));
                }
                else if (kind.SequenceEqual("sdta"u8))
                {
                    samples = HasSamples(stream, end);
                }
                else if (kind.SequenceEqual("pdta"u8))
                {
                    tables = ReadTables(ReadBlock(stream, end));
                }
            }

            // Chunks of odd length are padded with a zero; MuseScore's own fonts leave it out.
            stream.Position = end;
            if ((size & 1) != 0 && stream.ReadByte() != 0)
            {
                stream.Position = end;
            }
        }

        if (tables is null || !samples)
        {
            throw new InvalidDataException("its samples or its instrument tables are missing");
        }

        CheckIndices(tables);
        return new SoundFontInfo(path, name, Presets(tables[0]));
    }

    private static byte[] ReadBlock(Stream stream, long end)
    {
        long length = end - stream.Position;
        if (length > MaximumTableBytes)
        {
            throw new InvalidDataException($"a table of it has {length} bytes, at most {MaximumTableBytes} are read");
        }

        var block = new byte[length];
        stream.ReadExactly(block);
        return block;
    }

    /// <summary>Checks the format's version (2 for SF2, 3 for SF3, whose samples are compressed) and finds the name.</summary>
    private static string ReadInfo(ReadOnlySpan<byte> list)
    {
        string name = string.Empty;
        bool versioned = false;
        while (TakeChunk(ref list, out ReadOnlySpan<byte> id, out ReadOnlySpan<byte> body))
        {
            if (id.SequenceEqual("INAM"u8))
            {
                name = Text(body);
            }
            else if (id.SequenceEqual("ifil"u8))
            {
                versioned = body.Length == 4 && BinaryPrimitives.ReadUInt16LittleEndian(body) is 2 or 3;
            }
        }

        return versioned ? name : throw new InvalidDataException("it states no version 2 or 3 of the SoundFont format");
    }

    private static bool HasSamples(Stream stream, long end)
    {
        Span<byte> header = stackalloc byte[8];
        if (end - stream.Position < header.Length)
        {
            return false;
        }

        stream.ReadExactly(header);
        return header.StartsWith("smpl"u8) && BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) <= end - stream.Position;
    }

    private static byte[][] ReadTables(ReadOnlySpan<byte> list)
    {
        var tables = new byte[Tables.Length][];
        for (int i = 0; i < Tables.Length; i++)
        {
            (string expected, int size, _) = Tables[i];
            if (!TakeChunk(ref list, out ReadOnlySpan<byte> id, out ReadOnlySpan<byte> body)
                || !id.SequenceEqual(Encoding.ASCII.GetBytes(expected))
                || body.Length % size != 0 || body.Length < size)
            {
                throw new InvalidDataException($"its table \"{expected}\" is missing or broken");
            }

            tables[i] = body.ToArray();
        }

        return tables;
    }

    private static bool TakeChunk(ref ReadOnlySpan<byte> list, out ReadOnlySpan<byte> id, out ReadOnlySpan<byte> body)
    {
        id = body = default;
        if (list.Length < 8)
        {
            return false;
        }

        long size = BinaryPrimitives.ReadUInt32LittleEndian(list[4..]);
        if (size > list.Length - 8)
        {
            return false;
        }

        id = list[..4];
        body = list.Slice(8, (int)size);
        list = list[Math.Min(list.Length, 8 + (int)size + ((int)size & 1))..];
        return true;
    }

    /// <summary>Headers point to bags and bags to generators and modulators; each index must not fall and must lie in its table.</summary>
    private static void CheckIndices(byte[][] tables)
    {
        for (int level = 0; level < 8; level += 4)
        {
            CheckRising(tables[level], Tables[level].Size, Tables[level].BagOffset, Count(level + 1), Tables[level].Id);
            CheckRising(tables[level + 1], 4, 0, Count(level + 3), Tables[level + 1].Id);
            CheckRising(tables[level + 1], 4, 2, Count(level + 2), Tables[level + 1].Id);
        }

        int Count(int table) => tables[table].Length / Tables[table].Size;
    }

    private static void CheckRising(ReadOnlySpan<byte> table, int size, int offset, int limit, string id)
    {
        int before = 0;
        for (int at = offset; at < table.Length; at += size)
        {
            int index = BinaryPrimitives.ReadUInt16LittleEndian(table[at..]);
            if (index < before || index > limit)
            {
                throw new InvalidDataException($"its table \"{id}\" points outside the file's tables");
            }

            before = index;
        }
    }

    private static List<SoundFontPreset> Presets(ReadOnlySpan<byte> headers)
    {
        const int size = 38;
        var presets = new List<SoundFontPreset>();

        // The last record only ends the table.
        for (int at = 0; at + (2 * size) <= headers.Length; at += size)
        {
            ReadOnlySpan<byte> record = headers[at..];
            presets.Add(new SoundFontPreset(
                BinaryPrimitives.ReadUInt16LittleEndian(record[22..]),
                BinaryPrimitives.ReadUInt16LittleEndian(record[20..]),
                Text(record[..20])));
        }

        presets.Sort(static (a, b) => (a.Bank, a.Program).CompareTo((b.Bank, b.Program)));
        return presets;
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]).Trim();
    }
}

using System.Buffers.Binary;
using System.Text;

namespace Sensorium.Library;

/// <summary>
/// ID3v2.2, 2.3 and 2.4 (Martin Nilsson, "ID3 tag version 2.2.0", 1998; "2.3.0", 1999; "2.4.0", 2000). Pictures and other long frames are passed
/// over unread; compressed and encrypted frames are left out; sizes that were written in the wrong way, as old iTunes did, are told by what follows.
/// </summary>
internal static class Id3v2Reader
{
    private const int HeaderBytes = 10;
    private const int MostFrames = 4096;
    private const int MostFrameBytes = 1 << 16;
    private const int MostUnsyncBytes = 1 << 20;

    /// <summary>Reads a tag.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="start">Where the tag begins.</param>
    /// <param name="fields">Receives what is found.</param>
    /// <returns>Where the tag ends; <paramref name="start"/> where there is none.</returns>
    public static long Read(TagBytes file, long start, TagFields fields)
    {
        ReadOnlySpan<byte> header = file.Take(start, HeaderBytes);
        if (header.Length < HeaderBytes || !header.StartsWith("ID3"u8) || header[3] is < 2 or > 4)
        {
            return start;
        }

        int version = header[3];
        byte flags = header[5];
        long end = Math.Min(file.Length, start + HeaderBytes + Syncsafe(header[6..]));
        bool isUnsynced = (flags & 0x80) != 0;
        bool hasMore = (flags & 0x40) != 0;
        if (version == 2 && hasMore)
        {
            // Compressed as a whole, in a way that was never defined.
            return end;
        }

        // In 2.4 each frame is changed on its own; before, the whole tag is.
        if (isUnsynced && version < 4)
        {
            byte[] plain = Resync(file.Take(start + HeaderBytes, (int)Math.Min(end - start - HeaderBytes, MostUnsyncBytes)));
            using var memory = new TagBytes(plain);
            ReadFrames(memory, SkipExtension(memory, 0, version, hasMore), plain.Length, version, false, fields);
        }
        else
        {
            ReadFrames(file, SkipExtension(file, start + HeaderBytes, version, hasMore), end, version, isUnsynced, fields);
        }

        return end + (version == 4 && (flags & 0x10) != 0 ? HeaderBytes : 0);
    }

    private static long SkipExtension(TagBytes file, long at, int version, bool hasExtension)
    {
        ReadOnlySpan<byte> size = hasExtension ? file.Take(at, 4) : [];
        return size.Length < 4 ? at : version == 4 ? at + Math.Max(4, Syncsafe(size)) : at + 4 + BinaryPrimitives.ReadUInt32BigEndian(size);
    }

    private static void ReadFrames(TagBytes file, long at, long end, int version, bool isUnsynced, TagFields fields)
    {
        int headBytes = version == 2 ? 6 : 10;
        for (int count = 0; count < MostFrames && at + headBytes <= end; count++)
        {
            ReadOnlySpan<byte> head = file.Take(at, headBytes);
            if (head.Length < headBytes || !IsName(head[..(version == 2 ? 3 : 4)]))
            {
                return;
            }

            string name = Encoding.ASCII.GetString(head[..(version == 2 ? 3 : 4)]);
            (byte state, byte format) = version == 2 ? ((byte)0, (byte)0) : (head[8], head[9]);
            long size = version switch
            {
                2 => (head[3] << 16) | (head[4] << 8) | head[5],
                3 => BinaryPrimitives.ReadUInt32BigEndian(head[4..]),
                _ => Size4(file, at, end, head[4..8]),
            };
            at += headBytes;
            if (size > end - at)
            {
                return;
            }

            if (IsWanted(name) && IsPlain(version, format))
            {
                ReadFrame(name, Body(file.Take(at, (int)Math.Min(size, MostFrameBytes)), version, format, isUnsynced), fields);
            }

            at += size;
        }
    }

    internal static byte[] Body(ReadOnlySpan<byte> bytes, int version, byte format, bool isUnsynced)
    {
        // A group's byte and, in 2.4, the length before the change of the frame stand first.
        int skip = version == 3 ? (format & 0x20) != 0 ? 1 : 0 : version == 4 ? ((format & 0x40) != 0 ? 1 : 0) + ((format & 0x01) != 0 ? 4 : 0) : 0;
        ReadOnlySpan<byte> rest = bytes[Math.Min(skip, bytes.Length)..];
        return version == 4 && (isUnsynced || (format & 0x02) != 0) ? Resync(rest) : rest.ToArray();
    }

    private static void ReadFrame(string name, ReadOnlySpan<byte> body, TagFields fields)
    {
        if (name is "UFI" or "UFID")
        {
            int zero = body.IndexOf((byte)0);
            if (zero > 0 && Encoding.Latin1.GetString(body[..zero]).Contains("musicbrainz.org", StringComparison.OrdinalIgnoreCase))
            {
                fields.Add(TagField.MusicBrainz, TagText.FromLatin(body[(zero + 1)..]));
            }

            return;
        }

        if (body.Length < 2)
        {
            return;
        }

        string text = Decode(body[0], body[1..]);
        if (name is "TXX" or "TXXX")
        {
            int zero = text.IndexOf('\0');
            if (zero > 0)
            {
                // In UTF-16 the value has a mark of its own.
                fields.Add(text[..zero], text[(zero + 1)..].TrimStart('\uFEFF'));
            }
        }
        else if (FieldOf(name) is { } field)
        {
            fields.Add(field, field == TagField.Genre ? text.Replace("\uFEFF", string.Empty, StringComparison.Ordinal) : text);
        }
    }

    private static TagField? FieldOf(string name) => name switch
    {
        "TT2" or "TIT2" => TagField.Title,
        "TP1" or "TPE1" => TagField.Artist,
        "TAL" or "TALB" => TagField.Album,
        "TP2" or "TPE2" => TagField.AlbumArtist,
        "TRK" or "TRCK" => TagField.Track,
        "TYE" or "TYER" or "TDRC" or "TDRL" => TagField.Year,
        "TCO" or "TCON" => TagField.Genre,
        "TMOO" => TagField.Mood,
        "TBP" or "TBPM" => TagField.Tempo,
        "TKE" or "TKEY" => TagField.Key,
        "TLA" or "TLAN" => TagField.Language,
        _ => null,
    };

    private static bool IsWanted(string name) => FieldOf(name) is not null || name is "TXX" or "TXXX" or "UFI" or "UFID";

    // Compressed or encrypted.
    internal static bool IsPlain(int version, byte format) => version switch { 3 => (format & 0xC0) == 0, 4 => (format & 0x0C) == 0, _ => true };

    internal static string Decode(byte encoding, ReadOnlySpan<byte> bytes)
    {
        switch (encoding)
        {
            case 0:
                return TagText.FromLatin(bytes);
            case 1 when bytes is [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode.GetString(bytes[2..(bytes.Length - (bytes.Length % 2))]);
            case 1:
                return Encoding.Unicode.GetString(bytes is [0xFF, 0xFE, ..] ? bytes[2..] : bytes);
            case 2:
                return Encoding.BigEndianUnicode.GetString(bytes);
            default:
                // 3 is UTF-8; what is not defined is told by its pattern.
                return TagText.FromUtf8(bytes);
        }
    }

    // 2.4 writes seven bits a byte; where that leads nowhere and eight bits do, eight were meant.
    internal static long Size4(TagBytes file, long at, long end, ReadOnlySpan<byte> bytes)
    {
        long plain = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        long safe = Syncsafe(bytes);
        bool isSafe = (plain & 0x80808080) == 0;
        return plain == safe || (isSafe && LeadsOn(file, at + 10 + safe, end)) ? safe : LeadsOn(file, at + 10 + plain, end) ? plain : safe;
    }

    private static bool LeadsOn(TagBytes file, long at, long end)
    {
        if (at == end)
        {
            return true;
        }

        ReadOnlySpan<byte> name = file.Take(at, 4);
        return at + 10 <= end && name.Length == 4 && (IsName(name) || name[0] == 0);
    }

    internal static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (byte letter in name)
        {
            if (letter is not ((>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9')))
            {
                return false;
            }
        }

        return true;
    }

    internal static int Syncsafe(ReadOnlySpan<byte> bytes) => ((bytes[0] & 0x7F) << 21) | ((bytes[1] & 0x7F) << 14) | ((bytes[2] & 0x7F) << 7) | (bytes[3] & 0x7F);

    // A zero that was put after each 0xFF goes.
    internal static byte[] Resync(ReadOnlySpan<byte> bytes)
    {
        var plain = new List<byte>(bytes.Length);
        for (int i = 0; i < bytes.Length; i++)
        {
            plain.Add(bytes[i]);
            if (bytes[i] == 0xFF && i + 1 < bytes.Length && bytes[i + 1] == 0)
            {
                i++;
            }
        }

        return [.. plain];
    }
}

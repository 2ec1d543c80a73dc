using System.Buffers.Binary;
using System.Text;

namespace Sensorium.Library;

/// <summary>
/// An ID3v2.3 or 2.4 tag (Martin Nilsson, 1999 and 2000) whose fields can be exchanged: version, flags, extended header, every other frame, their
/// order and the padding stay byte for byte. A tag with a checksum, one of version 2.2 and a damaged one are refused.
/// </summary>
internal sealed class Id3TagEditor
{
    /// <summary>Longest tag that is taken: a picture of 50 MB fits.</summary>
    public const int MostBytes = 64 << 20;

    private const int HeaderBytes = 10;
    private const byte Unsynchronised = 0x80, Extended = 0x40, Footer = 0x10;

    // Of a tag that this program makes.
    private const byte NewVersion = 4;

    private readonly byte[] _tag;
    private readonly List<(TagField? Field, int From, int To)> _frames = [];
    private readonly int _framesFrom, _framesTo, _bodyTo;

    /// <summary>Looks at a tag.</summary>
    /// <param name="tag">Its bytes from header to footer; empty for none.</param>
    /// <exception cref="MalformedInputException">It is damaged.</exception>
    /// <exception cref="UnsupportedInputException">It has a form that is not written.</exception>
    public Id3TagEditor(byte[] tag)
    {
        _tag = tag;
        if (tag.Length == 0)
        {
            return;
        }

        Version = tag[3];
        byte flags = tag[5];
        _bodyTo = HeaderBytes + Id3v2Reader.Syncsafe(tag.AsSpan(6));
        int[]? places = Version == 3 && (flags & Unsynchronised) != 0 ? Places(tag.AsSpan(HeaderBytes, _bodyTo - HeaderBytes)) : null;
        byte[] plain = places is null ? tag[HeaderBytes.._bodyTo] : Id3v2Reader.Resync(tag.AsSpan(HeaderBytes, _bodyTo - HeaderBytes));
        int At(int place) => HeaderBytes + (places?[place] ?? place);

        int at = (flags & Extended) == 0 ? 0 : SkipExtension(plain);
        _framesFrom = At(at);
        using var bytes = new TagBytes(plain);
        while (at < plain.Length && plain[at] != 0)
        {
            (TagField? field, int end) = Frame(bytes, plain, at, (flags & Unsynchronised) != 0);
            _frames.Add((field, At(at), At(end)));
            at = end;
        }

        _framesTo = At(at);
        if (plain.AsSpan(at).ContainsAnyExcept((byte)0))
        {
            throw Damaged();
        }
    }

    /// <summary>3 or 4.</summary>
    public int Version { get; } = NewVersion;

    /// <summary>How long the tag that begins a piece of a file is.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Where to look.</param>
    /// <returns>Bytes with header and footer; 0 where there is none.</returns>
    /// <exception cref="MalformedInputException">It claims more than there is.</exception>
    public static long LengthAt(TagBytes file, long start)
    {
        ReadOnlySpan<byte> header = file.Take(start, HeaderBytes);
        if (header.Length < HeaderBytes || !header.StartsWith("ID3"u8))
        {
            return 0;
        }

        if (header[3] is not (3 or 4))
        {
            throw TagWriteErrors.Form(new($"they are of the form ID3v2.{header[3]}, which is only read; another program can renew them to ID3v2.4", $"ID3v2.{header[3]} 형식은 읽기만 합니다. 다른 프로그램으로 ID3v2.4로 바꾸십시오"));
        }

        if (header[6..].ContainsAnyInRange((byte)0x80, (byte)0xFF))
        {
            throw Damaged();
        }

        long length = HeaderBytes + Id3v2Reader.Syncsafe(header[6..]) + (header[3] == 4 && (header[5] & Footer) != 0 ? HeaderBytes : 0);
        return start + length > file.Length ? throw Damaged() : length > MostBytes ? throw TagWriteErrors.TooLarge("the ID3 tag", "ID3 태그") : length;
    }

    /// <summary>The name of a field's frame.</summary>
    public static string NameOf(TagField field) => field switch { TagField.Mood => "TMOO", TagField.Tempo => "TBPM", _ => "TKEY" };

    /// <summary>Makes the tag with other fields.</summary>
    /// <param name="edits">The fields.</param>
    /// <param name="former">Receives what stood there.</param>
    /// <returns>The new tag; empty where nothing is left of it.</returns>
    public byte[] Edit(IReadOnlyList<FieldEdit> edits, Dictionary<TagField, byte[]> former)
    {
        using var frames = new MemoryStream();
        HashSet<TagField> done = [];
        foreach ((TagField? field, int from, int to) in _frames)
        {
            if (edits.FirstOrDefault(edit => edit.Field == field) is not { } edit)
            {
                frames.Write(_tag.AsSpan(from, to - from));
                continue;
            }

            former[edit.Field] = [.. former.GetValueOrDefault(edit.Field, []), .. _tag.AsSpan(from, to - from)];
            if (done.Add(edit.Field))
            {
                frames.Write(FrameOf(edit));
            }
        }

        foreach (FieldEdit edit in edits.Where(edit => !done.Contains(edit.Field)))
        {
            former[edit.Field] = [];
            frames.Write(FrameOf(edit));
        }

        return Compose(frames.ToArray());
    }

    private byte[] Compose(byte[] frames)
    {
        byte[] lead = _tag.Length == 0 ? [.. "ID3"u8, NewVersion, 0, 0, 0, 0, 0, 0] : _tag[..Math.Max(_framesFrom, HeaderBytes)];
        ReadOnlySpan<byte> rest = _tag.Length == 0 ? [] : _tag.AsSpan(_framesTo);
        int body = lead.Length - HeaderBytes + frames.Length + (_tag.Length == 0 ? 0 : _bodyTo - _framesTo);
        if (body == 0)
        {
            return [];
        }

        if (body > MostBytes)
        {
            throw TagWriteErrors.TooLarge("the ID3 tag", "ID3 태그");
        }

        byte[] tag = [.. lead, .. frames, .. rest];
        WriteSize(tag.AsSpan(6), body);
        if (rest.Length >= HeaderBytes && _tag.Length > _bodyTo)
        {
            WriteSize(tag.AsSpan(tag.Length - 4), body);
        }

        return tag;
    }

    private byte[] FrameOf(FieldEdit edit)
    {
        if (edit.Text is null)
        {
            return edit.Raw.ToArray();
        }

        // One byte for Latin-1; a size of fewer than 128 bytes is written alike in both versions.
        byte[] text = edit.TextBytes();
        return [.. Encoding.ASCII.GetBytes(NameOf(edit.Field)), 0, 0, 0, (byte)(text.Length + 1), 0, 0, 0, .. text];
    }

    private (TagField? Field, int End) Frame(TagBytes bytes, byte[] plain, int at, bool isUnsynced)
    {
        if (at + HeaderBytes > plain.Length || !Id3v2Reader.IsName(plain.AsSpan(at, 4)))
        {
            throw Damaged();
        }

        long size = Version == 3 ? BinaryPrimitives.ReadUInt32BigEndian(plain.AsSpan(at + 4)) : Id3v2Reader.Size4(bytes, at, plain.Length, plain.AsSpan(at + 4, 4));
        long end = at + HeaderBytes + size;
        if (end > plain.Length)
        {
            throw Damaged();
        }

        string name = Encoding.ASCII.GetString(plain, at, 4);
        TagField? field = name switch
        {
            "TMOO" => TagField.Mood,
            "TBPM" => TagField.Tempo,
            "TKEY" => TagField.Key,
            "TXXX" => Own(plain.AsSpan(at + HeaderBytes, (int)size), plain[at + 9], isUnsynced),
            _ => null,
        };
        return (field, (int)end);
    }

    // Many programs write moods into frames with names of their own.
    private TagField? Own(ReadOnlySpan<byte> body, byte format, bool isUnsynced)
    {
        if (!Id3v2Reader.IsPlain(Version, format) || body.Length > MostBytes / 16)
        {
            return null;
        }

        byte[] text = Id3v2Reader.Body(body, Version, format, isUnsynced);
        string all = text.Length < 2 ? string.Empty : Id3v2Reader.Decode(text[0], text.AsSpan(1));
        return all.IndexOf('\0') is > 0 and int zero ? TagFields.WrittenFieldOf(all[..zero]) : null;
    }

    private int SkipExtension(byte[] plain)
    {
        if (plain.Length < 6)
        {
            throw Damaged();
        }

        (long end, bool hasChecksum) = Version == 4
            ? (Math.Max(6, Id3v2Reader.Syncsafe(plain)), (plain[5] & 0x20) != 0)
            : (4 + (long)BinaryPrimitives.ReadUInt32BigEndian(plain), (plain[4] & 0x80) != 0);
        return hasChecksum
            ? throw TagWriteErrors.Form(new("the ID3 tag carries a checksum", "ID3 태그에 검사 합이 있습니다"))
            : end > plain.Length ? throw Damaged() : (int)end;
    }

    // For each byte of the text before unsynchronisation, and for its end, where it stands after it.
    private static int[] Places(ReadOnlySpan<byte> raw)
    {
        List<int> places = new(raw.Length + 1);
        for (int i = 0; i < raw.Length; i++)
        {
            places.Add(i);
            i += raw[i] == 0xFF && i + 1 < raw.Length && raw[i + 1] == 0 ? 1 : 0;
        }

        places.Add(raw.Length);
        return [.. places];
    }

    private static void WriteSize(Span<byte> bytes, int size)
    {
        for (int i = 3; i >= 0; i--, size >>= 7)
        {
            bytes[i] = (byte)(size & 0x7F);
        }
    }

    private static MalformedInputException Damaged() => TagWriteErrors.Damaged("the ID3 tag", "ID3 태그");
}

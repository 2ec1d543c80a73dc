using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sensorium.Library;

/// <summary>
/// The list of items of an MP4 file (moov/udta/meta/ilst). All other boxes stay as they are; where sound lies behind the list, the tables of places
/// (stco, co64) move with it. Files in fragments are refused.
/// </summary>
internal sealed class Mp4TagForm : ITagForm
{
    private const int MostBytes = 64 << 20;
    private const int SampleBytes = 16;
    private const byte TextType = 1, NumberType = 21;

    private readonly byte[] _moov;
    private readonly long _at;
    private readonly List<(string Type, long From, long To)> _others = [];

    /// <summary>Looks at a file.</summary>
    public Mp4TagForm(TagBytes file)
    {
        byte[]? moov = null;
        for (long at = 0; at < file.Length;)
        {
            (string type, long to) = Head(file, at);
            if (type is "moof" or "sidx")
            {
                throw TagWriteErrors.Form(new("the MP4 file is cut into fragments", "조각으로 나뉜 MP4 파일입니다"));
            }

            if (type == "moov" && moov is null)
            {
                moov = to - at > MostBytes ? throw TagWriteErrors.TooLarge("the head of the MP4 file", "MP4 파일의 머리") : file.Take(at, (int)(to - at)).ToArray();
                _at = at;
            }
            else
            {
                _others.Add((type, at, to));
            }

            at = to;
        }

        _moov = moov ?? throw Mp4Box.Damaged();
        Mp4Box root = Root(_moov);
        if (Mp4Box.In(_moov, root.Body, root.To).Any(box => box.Type == "mvex"))
        {
            throw TagWriteErrors.Form(new("the MP4 file is cut into fragments", "조각으로 나뉜 MP4 파일입니다"));
        }
    }

    /// <inheritdoc />
    public string Name => "MP4";

    /// <inheritdoc />
    public string NameOf(TagField field) => field switch { TagField.Mood => "MOOD", TagField.Tempo => "tmpo", _ => "initialkey" };

    /// <inheritdoc />
    public TagRewrite Rewrite(TagBytes file, IReadOnlyList<FieldEdit> edits)
    {
        Dictionary<TagField, byte[]> former = [];
        byte[] moov = Edit(edits, former);
        long end = _at + _moov.Length;
        MovePlaces(moov, end, moov.Length - _moov.Length);
        return new TagRewrite([FilePiece.Old(0, _at), FilePiece.New(moov), FilePiece.Old(end, file.Length)], former);
    }

    /// <inheritdoc />
    public void HashSound(TagBytes file, IncrementalHash hash)
    {
        foreach ((string type, long from, long to) in _others)
        {
            hash.AppendData(Encoding.Latin1.GetBytes(type));
            TagHash.Add(hash, file, from, to);
        }

        // What stands where the tables say, whatever they say.
        foreach ((Mp4Box table, int width) in Tables(_moov))
        {
            for (int at = table.Body + 8; at + width <= table.To; at += width)
            {
                hash.AppendData(file.Take((long)Place(_moov, at, width), SampleBytes));
            }
        }
    }

    private byte[] Edit(IReadOnlyList<FieldEdit> edits, Dictionary<TagField, byte[]> former)
    {
        Mp4Box moov = Root(_moov);
        if (Child(moov, "udta") is not { } udta)
        {
            return Insert([moov], moov.To, Mp4Box.Make("udta", Meta(Items([], edits, former))));
        }

        // QuickTime's own meta box has no version; the others have four bytes before their first box.
        if (Child(udta, "meta") is not { } meta)
        {
            return Insert([moov, udta], udta.Body, Meta(Items([], edits, former)));
        }

        int first = meta.Body + (meta.To - meta.Body >= 8 && _moov.AsSpan(meta.Body + 4, 4).SequenceEqual("hdlr"u8) ? 0 : 4);
        IReadOnlyList<Mp4Box> inside = Mp4Box.In(_moov, first, meta.To);
        if (inside.FirstOrDefault(box => box.Type == "hdlr") is { Type: not null } handler && !IsItunes(handler))
        {
            throw TagWriteErrors.Form(new("the MP4 file has QuickTime's own tags", "QuickTime 고유의 태그가 든 MP4 파일입니다"));
        }

        if (inside.FirstOrDefault(box => box.Type == "ilst") is not { Type: not null } list)
        {
            return Insert([moov, udta, meta], meta.To, Mp4Box.Make("ilst", Items([], edits, former)));
        }

        byte[] items = Items(Mp4Box.In(_moov, list.Body, list.To), edits, former);
        return items.Length > 0
            ? Replace([moov, udta, meta, list], list.Body, list.To, items)
            : RemoveList(moov, udta, meta, list, inside);
    }

    // Other handlers number their fields by a table of their own.
    private bool IsItunes(Mp4Box handler) => handler.To - handler.Body >= 12 && _moov.AsSpan(handler.Body + 8, 4).SequenceEqual("mdir"u8);

    // An empty list goes, and with it what was only there for it.
    private byte[] RemoveList(Mp4Box moov, Mp4Box udta, Mp4Box meta, Mp4Box list, IReadOnlyList<Mp4Box> inside)
    {
        if (inside.Any(box => box.Type is not ("ilst" or "hdlr")))
        {
            return Replace([moov, udta, meta], list.From, list.To, []);
        }

        return udta.Body == meta.From && udta.To == meta.To
            ? Replace([moov], udta.From, udta.To, [])
            : Replace([moov, udta], meta.From, meta.To, []);
    }

    private byte[] Items(IReadOnlyList<Mp4Box> items, IReadOnlyList<FieldEdit> edits, Dictionary<TagField, byte[]> former)
    {
        using var list = new MemoryStream();
        HashSet<TagField> done = [];
        foreach (Mp4Box item in items)
        {
            ReadOnlySpan<byte> bytes = _moov.AsSpan(item.From, item.To - item.From);
            TagField? field = FieldOf(item);
            if (edits.FirstOrDefault(edit => edit.Field == field) is not { } edit)
            {
                list.Write(bytes);
                continue;
            }

            former[edit.Field] = [.. former.GetValueOrDefault(edit.Field, []), .. bytes];
            if (done.Add(edit.Field))
            {
                list.Write(ItemOf(edit));
            }
        }

        foreach (FieldEdit edit in edits.Where(edit => !done.Contains(edit.Field)))
        {
            former[edit.Field] = [];
            list.Write(ItemOf(edit));
        }

        return list.ToArray();
    }

    private TagField? FieldOf(Mp4Box item)
    {
        if (item.Type != "----")
        {
            return item.Type == "tmpo" ? TagField.Tempo : null;
        }

        Mp4Box name = Mp4Box.In(_moov, item.Body, item.To).FirstOrDefault(box => box.Type == "name");
        return name is { Type: not null } && name.To - name.Body is > 4 and < 68 ? TagFields.WrittenFieldOf(Encoding.UTF8.GetString(_moov, name.Body + 4, name.To - name.Body - 4)) : null;
    }

    private byte[] ItemOf(FieldEdit edit)
    {
        if (edit.Text is null)
        {
            return edit.Raw.ToArray();
        }

        return edit.Field == TagField.Tempo && ushort.TryParse(edit.Text, out ushort tempo)
            ? Mp4Box.Make("tmpo", Mp4Box.Make("data", [0, 0, 0, NumberType, 0, 0, 0, 0, (byte)(tempo >> 8), (byte)tempo]))
            : Mp4Box.Make(
                "----",
                [
                    .. Mp4Box.Make("mean", [0, 0, 0, 0, .. "com.apple.iTunes"u8]),
                    .. Mp4Box.Make("name", [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(NameOf(edit.Field))]),
                    .. Mp4Box.Make("data", [0, 0, 0, TextType, 0, 0, 0, 0, .. edit.TextBytes()]),
                ]);
    }

    private static byte[] Meta(byte[] items) => Mp4Box.Make(
        "meta",
        [0, 0, 0, 0, .. Mp4Box.Make("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. "mdirappl"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0]), .. Mp4Box.Make("ilst", items)]);

    private byte[] Insert(ReadOnlySpan<Mp4Box> around, int at, byte[] bytes) => Replace(around, at, at, bytes);

    private byte[] Replace(ReadOnlySpan<Mp4Box> around, int from, int to, byte[] bytes)
    {
        byte[] moov = [.. _moov.AsSpan(0, from), .. bytes, .. _moov.AsSpan(to)];
        if (moov.Length > MostBytes)
        {
            throw TagWriteErrors.TooLarge("the head of the MP4 file", "MP4 파일의 머리");
        }

        foreach (Mp4Box box in around)
        {
            box.Grow(moov, moov.Length - _moov.Length);
        }

        return moov;
    }

    private Mp4Box? Child(Mp4Box parent, string type) =>
        Mp4Box.In(_moov, parent.Body, parent.To).FirstOrDefault(box => box.Type == type) is { Type: not null } box ? box : null;

    private static Mp4Box Root(byte[] moov) => Mp4Box.In(moov, 0, moov.Length) is [{ } root] && root.To == moov.Length ? root : throw Mp4Box.Damaged();

    private static void MovePlaces(byte[] moov, long behind, int more)
    {
        foreach ((Mp4Box table, int width) in Tables(moov))
        {
            if (more == 0)
            {
                return;
            }

            for (int at = table.Body + 8; at + width <= table.To; at += width)
            {
                ulong place = Place(moov, at, width);
                if (place < (ulong)behind)
                {
                    continue;
                }

                ulong moved = (ulong)((long)place + more);
                if (width == 8)
                {
                    BinaryPrimitives.WriteUInt64BigEndian(moov.AsSpan(at), moved);
                }
                else
                {
                    BinaryPrimitives.WriteUInt32BigEndian(moov.AsSpan(at), moved > uint.MaxValue ? throw TagWriteErrors.TooLarge("the MP4 file", "MP4 파일") : (uint)moved);
                }
            }
        }
    }

    private static ulong Place(ReadOnlySpan<byte> moov, int at, int width) =>
        width == 8 ? BinaryPrimitives.ReadUInt64BigEndian(moov[at..]) : BinaryPrimitives.ReadUInt32BigEndian(moov[at..]);

    private static List<(Mp4Box Table, int Width)> Tables(byte[] moov)
    {
        Mp4Box root = Root(moov);
        IEnumerable<Mp4Box> boxes = Mp4Box.In(moov, root.Body, root.To).Where(box => box.Type == "trak");
        foreach (string type in (ReadOnlySpan<string>)["mdia", "minf", "stbl"])
        {
            boxes = [.. boxes.SelectMany(box => Mp4Box.In(moov, box.Body, box.To)).Where(box => box.Type == type)];
        }

        List<(Mp4Box Table, int Width)> tables = [];
        foreach (Mp4Box box in boxes.SelectMany(box => Mp4Box.In(moov, box.Body, box.To)))
        {
            if (box.Type is "saio" or "senc")
            {
                throw TagWriteErrors.Form(new("the MP4 file is encrypted", "암호화된 MP4 파일입니다"));
            }

            if (box.Type is "stco" or "co64")
            {
                int width = box.Type == "co64" ? 8 : 4;
                bool fits = box.To - box.Body >= 8 && (box.To - box.Body - 8) / width >= BinaryPrimitives.ReadUInt32BigEndian(moov.AsSpan(box.Body + 4));
                tables.Add(fits ? (box with { To = box.Body + 8 + ((int)BinaryPrimitives.ReadUInt32BigEndian(moov.AsSpan(box.Body + 4)) * width) }, width) : throw Mp4Box.Damaged());
            }
        }

        return tables;
    }

    private static (string Type, long To) Head(TagBytes file, long at)
    {
        ReadOnlySpan<byte> head = file.Take(at, 16);
        if (head.Length < 8)
        {
            throw Mp4Box.Damaged();
        }

        ulong size = BinaryPrimitives.ReadUInt32BigEndian(head);
        string type = Encoding.Latin1.GetString(head[4..8]);

        // Zero: to the end, which only what is no head may say here.
        ulong whole = size == 0 && type != "moov" ? (ulong)(file.Length - at) : size == 1 && head.Length == 16 ? BinaryPrimitives.ReadUInt64BigEndian(head[8..]) : size;
        return whole < 8 || whole > (ulong)(file.Length - at) ? throw Mp4Box.Damaged() : (type, at + (long)whole);
    }
}

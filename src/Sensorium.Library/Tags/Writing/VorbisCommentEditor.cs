using System.Buffers.Binary;
using System.Text;

namespace Sensorium.Library;

/// <summary>A list of Vorbis comments whose fields can be exchanged: the vendor, every other comment, their order and what follows the list stay byte for byte.</summary>
internal sealed class VorbisCommentEditor
{
    private const string Vendor = "Sensorium";
    private const int MostComments = 1 << 16;

    private readonly byte[] _list;
    private readonly List<(TagField? Field, int From, int To)> _comments = [];
    private readonly int _countAt;
    private readonly int _end;

    /// <summary>Looks at a list.</summary>
    /// <param name="list">Its bytes, from the length of the vendor's name on.</param>
    /// <exception cref="MalformedInputException">It is damaged.</exception>
    public VorbisCommentEditor(byte[] list)
    {
        _list = list;
        _countAt = Skip(0);
        uint count = Number(_countAt);
        int at = _countAt + 4;
        for (uint i = 0; i < count && i < MostComments; i++)
        {
            int to = Skip(at);
            ReadOnlySpan<byte> text = list.AsSpan(at + 4, to - at - 4);
            int equals = text[..Math.Min(text.Length, 64)].IndexOf((byte)'=');
            _comments.Add((equals > 0 ? TagFields.WrittenFieldOf(Encoding.Latin1.GetString(text[..equals])) : null, at, to));
            at = to;
        }

        _end = count > MostComments ? throw Damaged() : at;
    }

    /// <summary>A list without comments, made by this program.</summary>
    public static byte[] Empty => [(byte)Vendor.Length, 0, 0, 0, .. Encoding.ASCII.GetBytes(Vendor), 0, 0, 0, 0];

    /// <summary>The name of a field's comment.</summary>
    public static string NameOf(TagField field) => field switch { TagField.Mood => "MOOD", TagField.Tempo => "BPM", _ => "INITIALKEY" };

    /// <summary>Whether a list is one that <see cref="Empty"/> gave.</summary>
    public static bool IsEmpty(ReadOnlySpan<byte> list) => list.SequenceEqual(Empty);

    /// <summary>Makes the list with other fields.</summary>
    /// <param name="edits">The fields.</param>
    /// <param name="former">Receives what stood there.</param>
    /// <returns>The new list with what followed the old one.</returns>
    public byte[] Edit(IReadOnlyList<FieldEdit> edits, Dictionary<TagField, byte[]> former)
    {
        using var comments = new MemoryStream();
        HashSet<TagField> done = [];
        uint count = 0;
        void Put(ReadOnlySpan<byte> entries)
        {
            comments.Write(entries);
            for (int at = 0; at + 4 <= entries.Length; at += 4 + (int)BinaryPrimitives.ReadUInt32LittleEndian(entries[at..]))
            {
                count++;
            }
        }

        foreach ((TagField? field, int from, int to) in _comments)
        {
            if (edits.FirstOrDefault(edit => edit.Field == field) is not { } edit)
            {
                Put(_list.AsSpan(from, to - from));
                continue;
            }

            former[edit.Field] = [.. former.GetValueOrDefault(edit.Field, []), .. _list.AsSpan(from, to - from)];
            if (done.Add(edit.Field))
            {
                Put(EntryOf(edit));
            }
        }

        foreach (FieldEdit edit in edits.Where(edit => !done.Contains(edit.Field)))
        {
            former[edit.Field] = [];
            Put(EntryOf(edit));
        }

        byte[] number = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(number, count);
        return [.. _list.AsSpan(0, _countAt), .. number, .. comments.ToArray(), .. _list.AsSpan(_end)];
    }

    private static byte[] EntryOf(FieldEdit edit)
    {
        if (edit.Text is null)
        {
            return edit.Raw.ToArray();
        }

        byte[] text = [.. Encoding.ASCII.GetBytes(NameOf(edit.Field)), (byte)'=', .. edit.TextBytes()];
        return [(byte)text.Length, 0, 0, 0, .. text];
    }

    private int Skip(int at)
    {
        long end = at + 4L + Number(at);
        return end > _list.Length ? throw Damaged() : (int)end;
    }

    private uint Number(int at) => at + 4 > _list.Length ? throw Damaged() : BinaryPrimitives.ReadUInt32LittleEndian(_list.AsSpan(at));

    private static MalformedInputException Damaged() => TagWriteErrors.Damaged("the list of Vorbis comments", "Vorbis 주석 목록");
}

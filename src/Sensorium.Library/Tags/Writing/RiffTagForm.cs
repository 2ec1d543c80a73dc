using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Sensorium.Library;

/// <summary>The ID3v2 tag in a chunk of a WAV or AIFF file. RIFF's own list of texts has no fields for mood, tempo and key, and stays as it is.</summary>
internal sealed class RiffTagForm : ITagForm
{
    private const int MostChunks = 4096;

    private readonly bool _isAiff;
    private readonly List<(string Type, long From, long To)> _chunks = [];
    private readonly long _end;
    private readonly byte[] _tag = [];
    private readonly Id3TagEditor _editor;

    /// <summary>Looks at a file.</summary>
    public RiffTagForm(TagBytes file, bool isAiff)
    {
        _isAiff = isAiff;
        _end = 8 + Number(file, 4);
        if (_end > file.Length || (_end & 1) != 0)
        {
            throw Damaged();
        }

        for (long at = 12; at + 8 <= _end;)
        {
            string type = System.Text.Encoding.Latin1.GetString(file.Take(at, 4));
            long to = at + 8 + Number(file, at + 4);
            to += to & 1;
            _chunks.Add(to > _end || _chunks.Count == MostChunks ? throw Damaged() : (type, at, to));
            at = to;
        }

        int place = _chunks.FindIndex(IsTag);
        if (place >= 0)
        {
            _tag = file.Take(_chunks[place].From + 8, (int)Id3TagEditor.LengthAt(file, _chunks[place].From + 8)).ToArray();
            if (_tag.Length == 0 || _chunks[place].From + 8 + _tag.Length > _chunks[place].To)
            {
                throw Damaged();
            }
        }

        _editor = new Id3TagEditor(_tag);
    }

    /// <inheritdoc />
    public string Name => $"ID3v2.{_editor.Version} in {(_isAiff ? "AIFF" : "WAV")}";

    /// <inheritdoc />
    public string NameOf(TagField field) => Id3TagEditor.NameOf(field);

    /// <inheritdoc />
    public TagRewrite Rewrite(TagBytes file, IReadOnlyList<FieldEdit> edits)
    {
        Dictionary<TagField, byte[]> former = [];
        byte[] tag = _editor.Edit(edits, former);
        int place = _chunks.FindIndex(IsTag);
        (long from, long to) = place >= 0 ? (_chunks[place].From, _chunks[place].To) : (_end, _end);
        byte[] chunk = tag.Length == 0 ? [] : Chunk(place >= 0 ? file.Take(from, 4).ToArray() : _isAiff ? "ID3 "u8.ToArray() : "id3 "u8.ToArray(), tag);
        long size = _end - 8 + chunk.Length - (to - from);
        return size > uint.MaxValue
            ? throw TagWriteErrors.TooLarge("the file", "파일")
            : new TagRewrite([FilePiece.Old(0, 4), FilePiece.New(Bytes((uint)size)), FilePiece.Old(8, from), FilePiece.New(chunk), FilePiece.Old(to, file.Length)], former);
    }

    /// <inheritdoc />
    public void HashSound(TagBytes file, IncrementalHash hash)
    {
        foreach ((_, long from, long to) in _chunks.Where(chunk => !IsTag(chunk)))
        {
            TagHash.Add(hash, file, from, to);
        }

        TagHash.Add(hash, file, _end, file.Length);
    }

    private static bool IsTag((string Type, long From, long To) chunk) => chunk.Type is "id3 " or "ID3 ";

    private byte[] Chunk(byte[] type, byte[] tag) => [.. type, .. Bytes((uint)tag.Length), .. tag, .. new byte[tag.Length & 1]];

    private byte[] Bytes(uint number)
    {
        byte[] bytes = new byte[4];
        if (_isAiff)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        }

        return bytes;
    }

    private long Number(TagBytes file, long at)
    {
        ReadOnlySpan<byte> bytes = file.Take(at, 4);
        return bytes.Length < 4 ? throw Damaged() : _isAiff ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    private static MalformedInputException Damaged() => TagWriteErrors.Damaged("a chunk of the file", "파일의 덩어리");
}

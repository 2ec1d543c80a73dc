using System.Security.Cryptography;

namespace Sensorium.Library;

/// <summary>The block of Vorbis comments of a FLAC file (RFC 9639). The other blocks, padding and pictures among them, stay as they are.</summary>
internal sealed class FlacTagForm : ITagForm
{
    private const int CommentType = 4;
    private const int MostBlocks = 1024;
    private const int MostBlockBytes = (1 << 24) - 1;

    private readonly List<(int Type, long From, long To)> _blocks = [];
    private readonly long _start;

    /// <summary>Looks at a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Where its signature stands: behind an ID3 tag, where there is one.</param>
    public FlacTagForm(TagBytes file, long start)
    {
        _start = start;
        bool isLast = false;
        for (long at = start + 4; !isLast;)
        {
            ReadOnlySpan<byte> head = file.Take(at, 4);
            if (head.Length < 4 || _blocks.Count == MostBlocks)
            {
                throw Damaged();
            }

            isLast = (head[0] & 0x80) != 0;
            long to = at + 4 + ((head[1] << 16) | (head[2] << 8) | head[3]);
            _blocks.Add(to > file.Length ? throw Damaged() : (head[0] & 0x7F, at + 4, to));
            at = to;
        }

        if (_blocks[0].Type != 0)
        {
            throw Damaged();
        }
    }

    /// <inheritdoc />
    public string Name => "FLAC";

    /// <inheritdoc />
    public string NameOf(TagField field) => VorbisCommentEditor.NameOf(field);

    /// <inheritdoc />
    public TagRewrite Rewrite(TagBytes file, IReadOnlyList<FieldEdit> edits)
    {
        Dictionary<TagField, byte[]> former = [];
        int place = _blocks.FindIndex(block => block.Type == CommentType);
        byte[] old = place < 0 ? VorbisCommentEditor.Empty : file.Take(_blocks[place].From, (int)(_blocks[place].To - _blocks[place].From)).ToArray();
        byte[] list = new VorbisCommentEditor(old).Edit(edits, former);
        if (list.Length > MostBlockBytes)
        {
            throw TagWriteErrors.TooLarge("the block of comments", "주석 블록");
        }

        // A list that this program made goes when it is empty again.
        List<(int Type, FilePiece Body)> blocks = [.. _blocks.Select(block => (block.Type, FilePiece.Old(block.From, block.To)))];
        if (place >= 0)
        {
            blocks.RemoveAt(place);
        }

        if (!VorbisCommentEditor.IsEmpty(list))
        {
            blocks.Insert(place < 0 ? 1 : place, (CommentType, FilePiece.New(list)));
        }

        List<FilePiece> pieces = [FilePiece.Old(0, _start + 4)];
        for (int i = 0; i < blocks.Count; i++)
        {
            (int type, FilePiece body) = blocks[i];
            pieces.Add(FilePiece.New((byte[])[(byte)(type | (i == blocks.Count - 1 ? 0x80 : 0)), (byte)(body.Length >> 16), (byte)(body.Length >> 8), (byte)body.Length]));
            pieces.Add(body);
        }

        pieces.Add(FilePiece.Old(_blocks[^1].To, file.Length));
        return new TagRewrite(pieces, former);
    }

    /// <inheritdoc />
    public void HashSound(TagBytes file, IncrementalHash hash)
    {
        foreach ((int type, long from, long to) in _blocks.Where(block => block.Type != CommentType))
        {
            hash.AppendData([(byte)type]);
            TagHash.Add(hash, file, from, to);
        }

        TagHash.Add(hash, file, _blocks[^1].To, file.Length);
    }

    private static MalformedInputException Damaged() => TagWriteErrors.Damaged("the head of the FLAC file", "FLAC 파일의 머리");
}

using System.Security.Cryptography;

namespace Sensorium.Library;

/// <summary>The ID3v2 tag at the head of a file of MPEG frames. ID3v1 and APE tags at its end stay as they are.</summary>
internal sealed class Mp3TagForm : ITagForm
{
    private readonly byte[] _tag;
    private readonly Id3TagEditor _editor;

    /// <summary>Looks at a file.</summary>
    public Mp3TagForm(TagBytes file)
    {
        _tag = file.Take(0, (int)Id3TagEditor.LengthAt(file, 0)).ToArray();
        _editor = new Id3TagEditor(_tag);
    }

    /// <inheritdoc />
    public string Name => $"ID3v2.{_editor.Version}";

    /// <inheritdoc />
    public string NameOf(TagField field) => Id3TagEditor.NameOf(field);

    /// <inheritdoc />
    public TagRewrite Rewrite(TagBytes file, IReadOnlyList<FieldEdit> edits)
    {
        Dictionary<TagField, byte[]> former = [];
        byte[] tag = _editor.Edit(edits, former);
        return new TagRewrite([FilePiece.New(tag), FilePiece.Old(_tag.Length, file.Length)], former);
    }

    /// <inheritdoc />
    public void HashSound(TagBytes file, IncrementalHash hash) => TagHash.Add(hash, file, _tag.Length, file.Length);
}

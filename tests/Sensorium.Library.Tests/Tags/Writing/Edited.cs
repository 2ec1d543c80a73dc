namespace Sensorium.Library.Tests;

/// <summary>Files whose tags are changed in memory.</summary>
internal static class Edited
{
    /// <summary>Writes fields, and gives the new file with what takes it back.</summary>
    public static (byte[] File, FieldEdit[] Back) Write(byte[] file, params (TagField Field, string Text)[] wanted)
    {
        TagRewrite rewrite = Rewrite(file, [.. wanted.Select(want => FieldEdit.Write(want.Field, want.Text))]);
        return (Put(file, rewrite), [.. rewrite.Former.Select(former => FieldEdit.Restore(former.Key, former.Value))]);
    }

    public static byte[] Restore(byte[] file, FieldEdit[] back) => Put(file, Rewrite(file, back));

    public static SongTags Read(byte[] file)
    {
        var fields = new TagFields();
        using var bytes = new TagBytes(file);
        TagReader.Read(bytes, fields);
        return fields.ToTags();
    }

    public static byte[] Sound(byte[] file)
    {
        using var bytes = new TagBytes(file);
        return TagHash.OfSound(TagForms.Of(bytes), bytes);
    }

    private static TagRewrite Rewrite(byte[] file, FieldEdit[] edits)
    {
        using var bytes = new TagBytes(file);
        return TagForms.Of(bytes).Rewrite(bytes, edits);
    }

    private static byte[] Put(byte[] file, TagRewrite rewrite) =>
        [.. rewrite.Pieces.SelectMany(piece => piece.At < 0 ? piece.Bytes.ToArray() : file[(int)piece.At..(int)(piece.At + piece.Length)])];
}

using System.Text;

namespace Sensorium.Library;

/// <summary>What a field is to be.</summary>
internal sealed record FieldEdit
{
    private FieldEdit(TagField field, string? text, byte[] raw) => (Field, Text, Raw) = (field, text, raw);

    /// <summary>The field: mood, tempo or key.</summary>
    public TagField Field { get; }

    /// <summary>The text to write; null where <see cref="Raw"/> is put back.</summary>
    public string? Text { get; }

    /// <summary>Entries as they stood in a file of the same form, one after the other; none removes the field.</summary>
    public ReadOnlyMemory<byte> Raw { get; }

    /// <summary>Writes a text: every form takes plain signs without a word about their coding, and none of them needs a change for unsynchronisation.</summary>
    public static FieldEdit Write(TagField field, string text) => text.Length is > 0 and <= 100 && text.All(letter => letter is >= ' ' and <= '~')
        ? new(field, text, [])
        : throw new ArgumentException($"A tag to write has 1 to 100 plain letters, but '{text}' came.", nameof(text));

    /// <summary>Puts back what stood there.</summary>
    public static FieldEdit Restore(TagField field, byte[] raw) => new(field, null, raw);

    /// <summary>The text's bytes.</summary>
    public byte[] TextBytes() => Encoding.ASCII.GetBytes(Text!);
}

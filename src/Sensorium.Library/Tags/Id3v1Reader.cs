namespace Sensorium.Library;

/// <summary>ID3v1 and 1.1: the last 128 bytes of an MP3 file.</summary>
internal static class Id3v1Reader
{
    private const int Bytes = 128;

    /// <summary>Reads the tag, where there is one.</summary>
    public static void Read(TagBytes file, TagFields fields)
    {
        ReadOnlySpan<byte> tag = file.Take(file.Length - Bytes, Bytes);
        if (tag.Length < Bytes || !tag.StartsWith("TAG"u8))
        {
            return;
        }

        fields.Add(TagField.Title, Text(tag[3..33]));
        fields.Add(TagField.Artist, Text(tag[33..63]));
        fields.Add(TagField.Album, Text(tag[63..93]));
        fields.Add(TagField.Year, Text(tag[93..97]));
        if (tag[125] == 0 && tag[126] != 0)
        {
            fields.Add(TagField.Track, tag[126].ToString());
        }

        fields.Add(TagField.Genre, Id3Genres.Name(tag[127]));
    }

    private static string Text(ReadOnlySpan<byte> bytes) => TagText.FromLatin(bytes.IndexOf((byte)0) is >= 0 and int end ? bytes[..end] : bytes);
}

using System.Buffers.Binary;

namespace Sensorium.Library;

/// <summary>The INFO list of RIFF files (IBM and Microsoft, 1991) and the ID3v2 tag that many programs put into a chunk of WAV and AIFF files.</summary>
internal static class RiffTagReader
{
    private const int MostChunks = 4096;
    private const int MostTextBytes = 1 << 16;

    /// <summary>Reads a WAV file.</summary>
    public static void ReadWav(TagBytes file, TagFields fields) => ReadChunks(file, 12, file.Length, bigEndian: false, fields);

    /// <summary>Reads an AIFF file.</summary>
    public static void ReadAiff(TagBytes file, TagFields fields) => ReadChunks(file, 12, file.Length, bigEndian: true, fields);

    private static void ReadChunks(TagBytes file, long at, long end, bool bigEndian, TagFields fields)
    {
        for (int count = 0; count < MostChunks && at + 8 <= end; count++)
        {
            ReadOnlySpan<byte> head = file.Take(at, 12);
            if (head.Length < 8)
            {
                return;
            }

            long size = bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(head[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            long body = at + 8;
            long bodyEnd = Math.Min(end, body + size);
            if (head.StartsWith("id3 "u8) || head.StartsWith("ID3 "u8))
            {
                Id3v2Reader.Read(file, body, fields);
            }
            else if (head.StartsWith("LIST"u8) && head.Length == 12 && head[8..].SequenceEqual("INFO"u8))
            {
                ReadChunks(file, body + 4, bodyEnd, bigEndian, fields);
            }
            else if (FieldOf(head[..4]) is { } field)
            {
                ReadOnlySpan<byte> text = file.Take(body, (int)Math.Min(bodyEnd - body, MostTextBytes));
                fields.Add(field, TagText.FromLatin(text.IndexOf((byte)0) is >= 0 and int zero ? text[..zero] : text));
            }

            // Chunks begin at even places.
            at = body + size + (size & 1);
        }
    }

    private static TagField? FieldOf(ReadOnlySpan<byte> name) => System.Text.Encoding.Latin1.GetString(name) switch
    {
        "INAM" or "NAME" => TagField.Title,
        "IART" or "AUTH" => TagField.Artist,
        "IPRD" => TagField.Album,
        "ICRD" => TagField.Year,
        "IGNR" => TagField.Genre,
        "IPRT" or "ITRK" => TagField.Track,
        "ILNG" => TagField.Language,
        _ => null,
    };
}

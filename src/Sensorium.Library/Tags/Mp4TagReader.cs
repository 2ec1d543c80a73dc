using System.Buffers.Binary;
using System.Text;

namespace Sensorium.Library;

/// <summary>The list of items that iTunes writes into MP4 files (moov/udta/meta/ilst), inside the boxes of ISO/IEC 14496-12.</summary>
internal static class Mp4TagReader
{
    private const int MostBoxes = 4096;
    private const int MostValueBytes = 1 << 16;

    /// <summary>Reads the tags.</summary>
    public static void Read(TagBytes file, TagFields fields)
    {
        (long Start, long End)? moov = Find(file, 0, file.Length, "moov");
        (long Start, long End)? udta = moov is { } m ? Find(file, m.Start, m.End, "udta") : null;
        (long Start, long End)? meta = udta is { } u ? Find(file, u.Start, u.End, "meta") : null;
        if (meta is not { } box)
        {
            return;
        }

        // QuickTime's meta box has no version; the others have four bytes before their first box.
        if ((Find(file, box.Start + 4, box.End, "ilst") ?? Find(file, box.Start, box.End, "ilst")) is { } list)
        {
            foreach ((string type, long start, long end) in Boxes(file, list.Start, list.End))
            {
                ReadItem(file, type, start, end, fields);
            }
        }
    }

    private static void ReadItem(TagBytes file, string type, long start, long end, TagFields fields)
    {
        TagField? field = type switch
        {
            "©nam" => TagField.Title,
            "©ART" => TagField.Artist,
            "©alb" => TagField.Album,
            "aART" => TagField.AlbumArtist,
            "©day" => TagField.Year,
            "©gen" => TagField.Genre,
            "©lan" => TagField.Language,
            "trkn" => TagField.Track,
            "tmpo" => TagField.Tempo,
            "gnre" => TagField.Genre,
            _ => null,
        };
        if (type == "----")
        {
            ReadOwn(file, start, end, fields);
        }
        else if (field is { } known)
        {
            foreach (byte[] value in Values(file, start, end))
            {
                fields.Add(known, type switch
                {
                    "trkn" => value.Length >= 4 ? BinaryPrimitives.ReadUInt16BigEndian(value.AsSpan(2)).ToString() : null,
                    "tmpo" => value.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(value.AsSpan(value.Length - 2)).ToString() : null,
                    "gnre" => value.Length >= 2 ? Id3Genres.Name(BinaryPrimitives.ReadUInt16BigEndian(value) - 1) : null,
                    _ => TagText.FromUtf8(value),
                });
            }
        }
    }

    // Fields with names of their own: a box with the name, and the values.
    private static void ReadOwn(TagBytes file, long start, long end, TagFields fields)
    {
        if (Find(file, start, end, "name") is not { } box)
        {
            return;
        }

        string name = Encoding.UTF8.GetString(file.Take(box.Start + 4, (int)Math.Clamp(box.End - box.Start - 4, 0, 64)));
        foreach (byte[] value in Values(file, start, end))
        {
            fields.Add(name, TagText.FromUtf8(value));
        }
    }

    // A data box begins with its type and a locale, four bytes each.
    private static IEnumerable<byte[]> Values(TagBytes file, long start, long end)
    {
        foreach ((string type, long from, long to) in Boxes(file, start, end))
        {
            if (type == "data" && to - from > 8)
            {
                yield return file.Take(from + 8, (int)Math.Min(to - from - 8, MostValueBytes)).ToArray();
            }
        }
    }

    private static (long Start, long End)? Find(TagBytes file, long start, long end, string wanted)
    {
        foreach ((string type, long from, long to) in Boxes(file, start, end))
        {
            if (type == wanted)
            {
                return (from, to);
            }
        }

        return null;
    }

    private static IEnumerable<(string Type, long Start, long End)> Boxes(TagBytes file, long at, long end)
    {
        for (int count = 0; count < MostBoxes && at + 8 <= end; count++)
        {
            if (Head(file, at, end) is not { } box)
            {
                yield break;
            }

            yield return box;
            at = box.End;
        }
    }

    private static (string Type, long Start, long End)? Head(TagBytes file, long at, long end)
    {
        ReadOnlySpan<byte> head = file.Take(at, 16);
        if (head.Length < 8)
        {
            return null;
        }

        string type = Encoding.Latin1.GetString(head[4..8]);
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(head);
        int headBytes = 8;
        if (size == 1 && head.Length == 16)
        {
            size = BinaryPrimitives.ReadUInt64BigEndian(head[8..]);
            headBytes = 16;
        }

        // Zero: to the end.
        long last = size == 0 ? end : size >= (ulong)headBytes && size <= (ulong)(end - at) ? at + (long)size : -1;
        return last < 0 ? null : (type, at + headBytes, last);
    }
}

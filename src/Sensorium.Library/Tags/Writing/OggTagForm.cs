using System.Security.Cryptography;

namespace Sensorium.Library;

/// <summary>
/// The comments of Ogg Vorbis and Ogg Opus (RFC 7845): the second packet of the stream. Its pages are made anew; where their number changes, the pages
/// behind them get other numbers and checksums and stay as they are otherwise.
/// </summary>
internal sealed class OggTagForm : ITagForm
{
    private const int MostPacketBytes = 64 << 20;
    private const int MostSegments = 255;

    private readonly OggPage _first;
    private readonly List<byte[]> _packets;
    private readonly int _skip;
    private readonly uint _pages;
    private readonly long _end;

    /// <summary>Looks at a file.</summary>
    public OggTagForm(TagBytes file)
    {
        _first = OggPage.Read(file, 0) ?? throw OggPage.Damaged();
        (Name, _skip, int heads) = file.Take(_first.BodyAt, 8) switch
        {
            [1, (byte)'v', (byte)'o', (byte)'r', (byte)'b', (byte)'i', (byte)'s', ..] => ("Ogg Vorbis", 7, 2),
            [(byte)'O', (byte)'p', (byte)'u', (byte)'s', (byte)'H', (byte)'e', (byte)'a', (byte)'d'] => ("Ogg Opus", 8, 1),
            _ => throw TagWriteErrors.Container("an Ogg file without Vorbis or Opus"),
        };
        (_packets, _pages, _end) = ReadHeads(file, heads);
        ReadOnlySpan<byte> mark = Name == "Ogg Opus" ? "OpusTags"u8 : [3, .. "vorbis"u8];
        if (!_packets[0].AsSpan().StartsWith(mark))
        {
            throw OggPage.Damaged();
        }
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public string NameOf(TagField field) => VorbisCommentEditor.NameOf(field);

    /// <inheritdoc />
    public TagRewrite Rewrite(TagBytes file, IReadOnlyList<FieldEdit> edits)
    {
        Dictionary<TagField, byte[]> former = [];
        byte[] comments = [.. _packets[0].AsSpan(0, _skip), .. new VorbisCommentEditor(_packets[0][_skip..]).Edit(edits, former)];
        if (comments.Length > MostPacketBytes)
        {
            throw TagWriteErrors.TooLarge("the packet of comments", "주석 패킷");
        }

        List<FilePiece> pieces = [FilePiece.Old(0, _first.End)];
        uint pages = Paginate([comments, .. _packets[1..]], pieces);
        long rest = pages == _pages ? _end : Renumber(file, pages - _pages, pieces);
        pieces.Add(FilePiece.Old(rest, file.Length));
        return new TagRewrite(pieces, former);
    }

    /// <inheritdoc />
    public void HashSound(TagBytes file, IncrementalHash hash)
    {
        TagHash.Add(hash, file, 0, _first.End);
        foreach (byte[] packet in _packets[1..])
        {
            hash.AppendData(packet);
        }

        for (OggPage? page = OggPage.Read(file, _end); page is not null; page = OggPage.Read(file, page.End))
        {
            page.AddHead(hash);
            TagHash.Add(hash, file, page.BodyAt, page.End);
        }
    }

    private (List<byte[]> Packets, uint Pages, long End) ReadHeads(TagBytes file, int heads)
    {
        List<byte[]> packets = [];
        using var packet = new MemoryStream();
        OggPage page = _first;
        for (uint number = 1; ; number++)
        {
            page = OggPage.Read(file, page.End) ?? throw OggPage.Damaged();
            if (page.Serial != _first.Serial)
            {
                throw TagWriteErrors.Form(new("the Ogg file carries several streams at once", "Ogg 파일에 여러 스트림이 함께 있습니다"));
            }

            if (page.Number != number || page.Continues != packet.Length > 0)
            {
                throw OggPage.Damaged();
            }

            long at = page.BodyAt;
            for (int i = 0; i < page.Table.Length; i++)
            {
                byte length = page.Table[i];
                packet.Write(file.Take(at, length));
                at += length;
                if (packet.Length > MostPacketBytes)
                {
                    throw TagWriteErrors.TooLarge("the packet of comments", "주석 패킷");
                }

                if (length == 255)
                {
                    continue;
                }

                packets.Add(packet.ToArray());
                packet.SetLength(0);
                if (packets.Count == heads)
                {
                    // Sound begins on a page of its own.
                    return i + 1 == page.Table.Length ? (packets, number, page.End) : throw OggPage.Damaged();
                }
            }
        }
    }

    private uint Paginate(IReadOnlyList<byte[]> packets, List<FilePiece> pieces)
    {
        byte[] body = [.. packets.SelectMany(packet => packet)];
        List<byte> table = [];
        foreach (byte[] packet in packets)
        {
            table.AddRange(Enumerable.Repeat((byte)255, packet.Length / 255));
            table.Add((byte)(packet.Length % 255));
        }

        uint number = 0;
        int at = 0;
        bool continues = false;
        foreach (byte[] part in table.Chunk(MostSegments))
        {
            int length = part.Sum(segment => segment);
            pieces.Add(FilePiece.New(OggPage.Make(_first.Serial, ++number, continues, part, body.AsSpan(at, length))));
            continues = part[^1] == 255;
            at += length;
        }

        return number;
    }

    // Up to the end of the stream; what is chained behind it has numbers of its own.
    private long Renumber(TagBytes file, uint more, List<FilePiece> pieces)
    {
        long at = _end;
        for (OggPage? page = OggPage.Read(file, at); page is not null; page = OggPage.Read(file, at))
        {
            at = page.End;
            if (page.Serial != _first.Serial)
            {
                pieces.Add(FilePiece.Old(page.At, page.End));
                continue;
            }

            pieces.Add(FilePiece.New(page.Renumbered(file, unchecked(page.Number + more))));
            pieces.Add(FilePiece.Old(page.BodyAt, page.End));
            if (page.Ends)
            {
                break;
            }
        }

        return at;
    }
}

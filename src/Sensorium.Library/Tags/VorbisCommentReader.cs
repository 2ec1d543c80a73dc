using System.Buffers.Binary;
using System.Text;

namespace Sensorium.Library;

/// <summary>
/// Vorbis comments (Xiph.Org, "Ogg Vorbis I format specification: comment field and header specification"), in FLAC (RFC 9639) and in Ogg with
/// Vorbis, Opus (RFC 7845), FLAC or Speex.
/// </summary>
internal static class VorbisCommentReader
{
    private const int MostComments = 4096;
    private const int MostCommentBytes = 1 << 16;
    private const int MostBlocks = 1024;
    private const int MostPacketBytes = 4 << 20;
    private const int MostPages = 4096;

    /// <summary>Reads a FLAC file.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="start">Where its signature stands.</param>
    /// <param name="fields">Receives what is found.</param>
    public static void ReadFlac(TagBytes file, long start, TagFields fields)
    {
        long at = start + 4;
        for (int i = 0; i < MostBlocks; i++)
        {
            ReadOnlySpan<byte> head = file.Take(at, 4);
            if (head.Length < 4)
            {
                return;
            }

            bool isLast = (head[0] & 0x80) != 0;
            int type = head[0] & 0x7F;
            long size = (head[1] << 16) | (head[2] << 8) | head[3];
            at += 4;
            if (type == 4)
            {
                ReadComments(file, at, Math.Min(file.Length, at + size), fields);
                return;
            }

            if (isLast)
            {
                return;
            }

            at += size;
        }
    }

    /// <summary>Reads an Ogg file: the second packet of its first stream.</summary>
    public static void ReadOgg(TagBytes file, TagFields fields)
    {
        byte[] packet = SecondPacket(file);
        using var memory = new TagBytes(packet);
        int start = packet.AsSpan() switch
        {
            [3, (byte)'v', (byte)'o', (byte)'r', (byte)'b', (byte)'i', (byte)'s', ..] => 7,
            [(byte)'O', (byte)'p', (byte)'u', (byte)'s', (byte)'T', (byte)'a', (byte)'g', (byte)'s', ..] => 8,

            // FLAC's own block of comments.
            [4 or 0x84, ..] => 4,
            _ => 0,
        };
        ReadComments(memory, start, packet.Length, fields);
    }

    private static void ReadComments(TagBytes file, long at, long end, TagFields fields)
    {
        ReadOnlySpan<byte> vendor = file.Take(at, 4);
        if (vendor.Length < 4)
        {
            return;
        }

        at += 4 + (long)BinaryPrimitives.ReadUInt32LittleEndian(vendor);
        ReadOnlySpan<byte> count = file.Take(at, 4);
        if (count.Length < 4)
        {
            return;
        }

        long comments = Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(count), MostComments);
        at += 4;
        for (long i = 0; i < comments && at + 4 <= end; i++)
        {
            ReadOnlySpan<byte> length = file.Take(at, 4);
            if (length.Length < 4)
            {
                return;
            }

            long size = BinaryPrimitives.ReadUInt32LittleEndian(length);
            at += 4;
            ReadOnlySpan<byte> comment = file.Take(at, (int)Math.Min(Math.Min(size, end - at), MostCommentBytes));
            int equals = comment[..Math.Min(comment.Length, 64)].IndexOf((byte)'=');
            if (equals > 0)
            {
                fields.Add(Encoding.Latin1.GetString(comment[..equals]), TagText.FromUtf8(comment[(equals + 1)..]));
            }

            at += size;
        }
    }

    // Packets are cut into segments of up to 255 bytes; a shorter one ends its packet. Pages of other streams are passed over.
    private static byte[] SecondPacket(TagBytes file)
    {
        using var packet = new MemoryStream();
        long at = 0;
        uint? stream = null;
        int packets = 0;
        for (int page = 0; page < MostPages; page++)
        {
            ReadOnlySpan<byte> head = file.Take(at, 27);
            if (head.Length < 27 || !head.StartsWith("OggS"u8))
            {
                break;
            }

            uint serial = BinaryPrimitives.ReadUInt32LittleEndian(head[14..]);
            stream ??= serial;
            int segments = head[26];
            byte[] table = file.Take(at + 27, segments).ToArray();
            at += 27 + segments;
            foreach (byte length in table)
            {
                if (serial == stream)
                {
                    if (packets == 1)
                    {
                        packet.Write(file.Take(at, length));
                    }

                    packets += length < 255 ? 1 : 0;
                    if (packets == 2 || packet.Length >= MostPacketBytes)
                    {
                        return packet.ToArray();
                    }
                }

                at += length;
            }
        }

        return packet.ToArray();
    }
}

using System.Buffers.Binary;
using System.Text;

namespace Sensorium.Library;

/// <summary>A box of an MP4 file (ISO/IEC 14496-12) in memory.</summary>
/// <param name="Type">Four letters.</param>
/// <param name="From">Where its head begins.</param>
/// <param name="Body">Where its body begins.</param>
/// <param name="To">Where it ends.</param>
internal readonly record struct Mp4Box(string Type, int From, int Body, int To)
{
    private const int MostBoxes = 1 << 16;

    /// <summary>The boxes in a piece of memory, one after the other; what is left behind the last and is too short for one is passed over.</summary>
    /// <exception cref="MalformedInputException">One claims more than there is.</exception>
    public static IReadOnlyList<Mp4Box> In(ReadOnlySpan<byte> bytes, int from, int to)
    {
        List<Mp4Box> boxes = [];
        for (int at = from; at + 8 <= to;)
        {
            ulong size = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            int head = 8;
            if (size == 1 && at + 16 <= to)
            {
                (size, head) = (BinaryPrimitives.ReadUInt64BigEndian(bytes[(at + 8)..]), 16);
            }

            if (size < (ulong)head || size > (ulong)(to - at) || boxes.Count == MostBoxes)
            {
                throw Damaged();
            }

            boxes.Add(new Mp4Box(Encoding.Latin1.GetString(bytes.Slice(at + 4, 4)), at, at + head, at + (int)size));
            at += (int)size;
        }

        return boxes;
    }

    /// <summary>Makes a box.</summary>
    public static byte[] Make(string type, params ReadOnlySpan<byte> body)
    {
        byte[] box = [0, 0, 0, 0, .. Encoding.Latin1.GetBytes(type), .. body];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        return box;
    }

    /// <summary>Writes that the box is longer than before.</summary>
    public void Grow(Span<byte> bytes, int more)
    {
        if (Body - From == 16)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes[(From + 8)..], (ulong)(To - From + more));
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes[From..], (uint)(To - From + more));
        }
    }

    /// <summary>What is wrong with a file whose boxes do not fit into each other.</summary>
    public static MalformedInputException Damaged() => TagWriteErrors.Damaged("a box of the MP4 file", "MP4 파일의 상자");
}

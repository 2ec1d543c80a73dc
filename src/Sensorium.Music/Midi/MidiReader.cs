using System.Buffers.Binary;

namespace Sensorium.Music;

/// <summary>Reads a Standard MIDI File; every length is checked before it is used.</summary>
internal static class MidiReader
{
    private const int ChunkHeader = 8;

    /// <summary>A tick beyond this is over a year of music at any tempo; only a broken file holds one.</summary>
    private const long MaximumTick = 1L << 40;

    public static MidiSequence Read(ReadOnlyMemory<byte> file)
    {
        file = Unwrap(file);
        ReadOnlySpan<byte> bytes = file.Span;
        if (bytes.Length < 14 || !bytes.StartsWith("MThd"u8))
        {
            throw new MalformedInputException(new LocalizedText(
                "This is not a MIDI file: it does not begin with \"MThd\". Give a Standard MIDI File (.mid).",
                "MIDI 파일이 아닙니다. 파일이 \"MThd\"로 시작하지 않습니다. 표준 MIDI 파일(.mid)을 넣으십시오."));
        }

        long headerLength = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
        int format = BinaryPrimitives.ReadUInt16BigEndian(bytes[8..]);
        int trackCount = BinaryPrimitives.ReadUInt16BigEndian(bytes[10..]);
        int division = BinaryPrimitives.ReadUInt16BigEndian(bytes[12..]);
        if (headerLength < 6 || headerLength > bytes.Length - ChunkHeader || division == 0)
        {
            throw Broken(4);
        }

        if (format > 1 || division >= 0x8000)
        {
            throw new UnsupportedInputException(new LocalizedText(
                $"The MIDI file is of type {format}{(division >= 0x8000 ? " with SMPTE time" : "")}; types 0 and 1 with ticks to the quarter note are read. Save it as type 1 in a sequencer.",
                $"MIDI 파일이 {format}형식{(division >= 0x8000 ? "(SMPTE 시간)" : "")}입니다. 4분음표당 틱을 쓰는 0형식과 1형식만 읽습니다. 시퀀서에서 1형식으로 저장하십시오."));
        }

        return new MidiSequence(format, division, Tracks(file, ChunkHeader + (int)headerLength, trackCount));
    }

    /// <summary>Microsoft's RMID wraps the same bytes into a RIFF file.</summary>
    private static ReadOnlyMemory<byte> Unwrap(ReadOnlyMemory<byte> file)
    {
        ReadOnlySpan<byte> bytes = file.Span;
        return bytes.Length > 20 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("RMIDdata"u8) ? file[20..] : file;
    }

    private static List<MidiTrack> Tracks(ReadOnlyMemory<byte> file, int position, int trackCount)
    {
        var tracks = new List<MidiTrack>();
        while (tracks.Count < trackCount)
        {
            if (file.Length - position < ChunkHeader)
            {
                throw Broken(position);
            }

            ReadOnlySpan<byte> header = file.Span[position..];
            long length = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
            bool isTrack = header.StartsWith("MTrk"u8);
            position += ChunkHeader;
            if (length > file.Length - position)
            {
                throw Broken(position);
            }

            if (isTrack)
            {
                tracks.Add(ReadTrack(file.Slice(position, (int)length), position));
            }

            position += (int)length;
        }

        return tracks;
    }

    private static MidiTrack ReadTrack(ReadOnlyMemory<byte> track, int offset)
    {
        var events = new List<MidiEvent>();
        var cursor = new MidiCursor(track, offset);
        long tick = 0;
        byte running = 0;
        while (!cursor.AtEnd)
        {
            tick += cursor.VariableLength();
            if (tick > MaximumTick)
            {
                throw Broken(cursor.Position);
            }

            byte status = cursor.PeekByte();
            if (status >= 0x80)
            {
                cursor.Byte();
            }
            else
            {
                status = running;
            }

            if (status == MidiStatus.Meta)
            {
                byte type = cursor.DataByte();
                ReadOnlyMemory<byte> payload = cursor.Bytes(cursor.VariableLength());
                if (type == MidiMeta.EndOfTrack)
                {
                    return new MidiTrack(events, tick);
                }

                events.Add(new MidiEvent(tick, status, type, 0, payload));
            }
            else if (status is MidiStatus.SystemExclusive or MidiStatus.Escape)
            {
                cursor.Bytes(cursor.VariableLength());
                running = 0;
            }
            else if (status is >= 0x80 and < 0xF0)
            {
                running = status;
                byte data1 = cursor.DataByte();
                bool single = (status & 0xF0) is MidiStatus.Program or MidiStatus.ChannelPressure;
                events.Add(new MidiEvent(tick, status, data1, single ? (byte)0 : cursor.DataByte(), ReadOnlyMemory<byte>.Empty));
            }
            else
            {
                // Running status without a status before it, or a system message, which files may not hold.
                throw Broken(cursor.Position);
            }
        }

        // Some writers leave the end-of-track event out; the chunk's length then says the same.
        return new MidiTrack(events, tick);
    }

    internal static MalformedInputException Broken(long position) => new(new LocalizedText(
        $"The MIDI file is broken or cut short at byte {position}. Get the file again, or open it in a sequencer and save it anew.",
        $"MIDI 파일의 {position}번째 바이트가 깨졌거나 파일이 잘렸습니다. 파일을 다시 받거나, 시퀀서에서 열어 새로 저장하십시오."));
}

using System.Buffers.Binary;
using System.Text;

namespace Sensorium.Music;

/// <summary>Builds one MTrk chunk. Events are added in the order of their ticks.</summary>
internal sealed class MidiTrackWriter
{
    private const long MaximumDelta = 0x0FFFFFFF;
    private readonly List<byte> _bytes = [];
    private long _tick;

    /// <summary>Adds a channel message.</summary>
    /// <param name="tick">At least the tick of the event before.</param>
    /// <param name="status">Status byte with its channel.</param>
    /// <param name="data1">0..127.</param>
    /// <param name="data2">0..127, or -1 for a message with one data byte.</param>
    public void Channel(long tick, int status, int data1, int data2 = -1)
    {
        Delta(tick);
        _bytes.Add((byte)status);
        _bytes.Add((byte)data1);
        if (data2 >= 0)
        {
            _bytes.Add((byte)data2);
        }
    }

    /// <summary>Adds a meta event at the current tick.</summary>
    /// <param name="type">0..127.</param>
    /// <param name="data">Its payload.</param>
    public void Meta(int type, ReadOnlySpan<byte> data) => Meta(_tick, type, data);

    /// <summary>Adds a meta event.</summary>
    /// <param name="tick">At least the tick of the event before.</param>
    /// <param name="type">0..127.</param>
    /// <param name="data">Its payload.</param>
    public void Meta(long tick, int type, ReadOnlySpan<byte> data)
    {
        Delta(tick);
        _bytes.Add(MidiStatus.Meta);
        _bytes.Add((byte)type);
        WriteVariableLength(_bytes, data.Length);
        _bytes.AddRange(data);
    }

    /// <summary>Adds a text-like meta event in UTF-8 at the current tick.</summary>
    /// <param name="type">0..127.</param>
    /// <param name="text">The text.</param>
    public void Text(int type, string text) => Text(_tick, type, text);

    /// <summary>Adds a text-like meta event in UTF-8.</summary>
    /// <param name="tick">At least the tick of the event before.</param>
    /// <param name="type">0..127.</param>
    /// <param name="text">The text.</param>
    public void Text(long tick, int type, string text) => Meta(tick, type, Encoding.UTF8.GetBytes(text));

    /// <summary>Ends the track.</summary>
    /// <param name="end">Tick of the end; the last event's where that is later.</param>
    /// <returns>The chunk with its header.</returns>
    public byte[] ToChunk(long end)
    {
        Delta(Math.Max(end, _tick));
        _bytes.AddRange([MidiStatus.Meta, MidiMeta.EndOfTrack, 0]);
        var chunk = new byte[8 + _bytes.Count];
        "MTrk"u8.CopyTo(chunk);
        BinaryPrimitives.WriteInt32BigEndian(chunk.AsSpan(4), _bytes.Count);
        _bytes.CopyTo(chunk, 8);
        return chunk;
    }

    /// <summary>Writes a variable-length quantity: seven bits a byte, the highest first, bit 7 set on all but the last.</summary>
    /// <param name="bytes">Receives it.</param>
    /// <param name="value">0..0x0FFFFFFF.</param>
    public static void WriteVariableLength(List<byte> bytes, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaximumDelta);
        for (int shift = 21; shift > 0; shift -= 7)
        {
            if (value >> shift != 0)
            {
                bytes.Add((byte)(((value >> shift) & 0x7F) | 0x80));
            }
        }

        bytes.Add((byte)(value & 0x7F));
    }

    private void Delta(long tick)
    {
        WriteVariableLength(_bytes, tick - _tick);
        _tick = tick;
    }
}

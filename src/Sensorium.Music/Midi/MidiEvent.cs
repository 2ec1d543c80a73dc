namespace Sensorium.Music;

/// <summary>One event of a MIDI track.</summary>
/// <param name="Tick">Ticks from the start of the piece, at least 0.</param>
/// <param name="Status">Status byte: 0x80..0xEF for channel messages (the low four bits are the channel), 0xFF for meta events.</param>
/// <param name="Data1">First data byte, 0..127; the type of a meta event.</param>
/// <param name="Data2">Second data byte, 0..127; 0 where the message has one.</param>
/// <param name="Payload">Bytes of a meta event; empty for channel messages.</param>
public sealed record MidiEvent(long Tick, byte Status, byte Data1, byte Data2, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Whether this is a meta event.</summary>
    public bool IsMeta => Status == MidiStatus.Meta;

    /// <summary>The channel of a channel message, 0..15.</summary>
    public int Channel => Status & 0x0F;
}

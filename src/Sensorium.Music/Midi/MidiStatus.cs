namespace Sensorium.Music;

/// <summary>Status bytes of MIDI 1.0; channel messages are to be joined with a channel of 0..15.</summary>
internal static class MidiStatus
{
    public const byte NoteOff = 0x80;
    public const byte NoteOn = 0x90;
    public const byte Controller = 0xB0;
    public const byte Program = 0xC0;
    public const byte ChannelPressure = 0xD0;
    public const byte SystemExclusive = 0xF0;
    public const byte Escape = 0xF7;
    public const byte Meta = 0xFF;
}

namespace Sensorium.Music;

/// <summary>Types of meta events in Standard MIDI Files.</summary>
internal static class MidiMeta
{
    public const byte Text = 0x01;
    public const byte TrackName = 0x03;
    public const byte Marker = 0x06;
    public const byte EndOfTrack = 0x2F;
    public const byte Tempo = 0x51;
    public const byte TimeSignature = 0x58;
    public const byte KeySignature = 0x59;
}

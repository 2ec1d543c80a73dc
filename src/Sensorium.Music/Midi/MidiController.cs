namespace Sensorium.Music;

/// <summary>Controller numbers of MIDI 1.0 and General MIDI.</summary>
internal static class MidiController
{
    public const int BankMsb = 0;
    public const int Volume = 7;
    public const int Pan = 10;
    public const int BankLsb = 32;
    public const int Reverb = 91;
    public const int Chorus = 93;
}

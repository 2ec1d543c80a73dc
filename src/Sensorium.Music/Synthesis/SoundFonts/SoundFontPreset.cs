namespace Sensorium.Music;

/// <summary>One instrument that a SoundFont offers.</summary>
/// <param name="Bank">MIDI bank, 128 for percussion.</param>
/// <param name="Program">Programme counted from 0, 0..127.</param>
/// <param name="Name">Its name in the SoundFont.</param>
public readonly record struct SoundFontPreset(int Bank, int Program, string Name);

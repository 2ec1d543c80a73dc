namespace Sensorium.Perception;

/// <summary>A stretch of sound of one class, at most one utterance long.</summary>
/// <param name="Start">Where it begins, from the start of the sound.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Class">What it is.</param>
/// <param name="Percept">How the voice in it feels; null where it is no voice, or too short to tell.</param>
public sealed record VoiceSegment(TimeSpan Start, TimeSpan End, SoundClass Class, Percept? Percept)
{
    /// <summary>How much of it sounds of instruments alone, 0..1, as a mean over its length: near 0 for a bare voice.</summary>
    public double MusicShare { get; init; }
}

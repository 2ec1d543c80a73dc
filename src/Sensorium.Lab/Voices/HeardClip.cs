namespace Sensorium.Lab.Voices;

/// <summary>A clip that was measured.</summary>
/// <param name="Clip">The clip.</param>
/// <param name="Fold">The fold that tests it.</param>
/// <param name="Statistics">What it sounds like.</param>
/// <param name="Spoilt">The same of spoilt versions, by kind.</param>
internal sealed record HeardClip(VoiceClip Clip, int Fold, float[] Statistics, IReadOnlyList<(string Kind, float[] Statistics)> Spoilt);

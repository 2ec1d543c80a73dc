namespace Sensorium.Perception;

/// <summary>A stretch of one class, counted in judgements of <see cref="VoiceActivityModel"/>.</summary>
/// <param name="From">The first judgement.</param>
/// <param name="To">The one after the last.</param>
/// <param name="Class">What it is, never <see cref="SoundClass.Other"/>.</param>
internal readonly record struct VoiceStretch(int From, int To, SoundClass Class)
{
    /// <summary>Mean share of <see cref="SoundClass.Music"/> over its length, 0..1.</summary>
    public double MusicShare { get; init; }
}

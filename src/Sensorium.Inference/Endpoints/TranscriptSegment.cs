namespace Sensorium.Inference;

/// <summary>A piece of what was said, with its time.</summary>
/// <param name="Start">Where it begins, from the start of the sound.</param>
/// <param name="End">Where it ends, not before <paramref name="Start"/>.</param>
/// <param name="Text">The words, not blank.</param>
public readonly record struct TranscriptSegment(TimeSpan Start, TimeSpan End, string Text);

namespace Sensorium;

/// <summary>Words that belong to a sound or a video, and what they feel like.</summary>
/// <param name="Text">The words.</param>
/// <param name="Percept">What they feel like.</param>
/// <param name="Start">When they begin, from the start; null where nobody knows their times.</param>
/// <param name="End">When they end; null together with <paramref name="Start"/>.</param>
public sealed record FeelWords(string Text, Percept Percept, TimeSpan? Start = null, TimeSpan? End = null);

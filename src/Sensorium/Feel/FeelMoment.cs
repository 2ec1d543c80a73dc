namespace Sensorium;

/// <summary>What a video or a song feels like at one moment.</summary>
/// <param name="At">Its beginning, from the start.</param>
/// <param name="Percept">What was felt, fused where several sources had something to say.</param>
/// <param name="Words">The words that count at that moment, one of <see cref="FeelResult.Words"/>; null where there are none.</param>
public sealed record FeelMoment(TimeSpan At, Percept Percept, FeelWords? Words = null);

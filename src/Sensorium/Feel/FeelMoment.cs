namespace Sensorium;

/// <summary>What a video feels like at one moment.</summary>
/// <param name="At">Its beginning, from the start of the video.</param>
/// <param name="Percept">What was felt, fused where several sources had something to say.</param>
public sealed record FeelMoment(TimeSpan At, Percept Percept);

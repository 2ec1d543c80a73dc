namespace Sensorium.Perception;

/// <summary>What a model expects before it has seen anything, and how far what it says beyond that is believed.</summary>
/// <param name="Prior">Its mean shares where it was trained; none is 0.</param>
/// <param name="Temperature">Over 0; over 1 flattens what it says beyond its prior, 1 takes it at its word.</param>
public readonly record struct SourcePrior(EmotionScores Prior, double Temperature);

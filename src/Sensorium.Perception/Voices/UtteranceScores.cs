namespace Sensorium.Perception;

/// <summary>What a model says of one utterance.</summary>
/// <param name="Emotions">How likely each of the eight emotions is.</param>
/// <param name="Affect">Its place on the plane, without warmth.</param>
internal readonly record struct UtteranceScores(EmotionScores Emotions, Affect Affect);

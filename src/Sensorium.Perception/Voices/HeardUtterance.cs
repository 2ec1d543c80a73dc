namespace Sensorium.Perception;

/// <summary>One utterance that was felt.</summary>
/// <param name="Seconds">Its length.</param>
/// <param name="Statistics">What it sounds like in numbers.</param>
/// <param name="Scores">How it feels.</param>
/// <param name="Manner">How it is spoken.</param>
internal sealed record HeardUtterance(double Seconds, float[] Statistics, UtteranceScores Scores, VoiceManner Manner);

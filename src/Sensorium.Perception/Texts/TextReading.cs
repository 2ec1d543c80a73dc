namespace Sensorium.Perception;

/// <summary>What one passage says, before it is put into words.</summary>
/// <param name="Valence">Unpleasant (-1) to pleasant (1).</param>
/// <param name="Arousal">Calm (-1) to excited (1).</param>
/// <param name="Dominance">Submissive (-1) to dominant (1).</param>
/// <param name="Emotions">The eight emotions.</param>
/// <param name="Known">How many of its features the model knows, each once.</param>
internal readonly record struct TextReading(Estimate Valence, Estimate Arousal, Estimate Dominance, EmotionScores Emotions, int Known);

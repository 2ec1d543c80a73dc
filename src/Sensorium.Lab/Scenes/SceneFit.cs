using Sensorium.Perception;

namespace Sensorium.Lab.Scenes;

/// <summary>Fitted heads and how they were fitted.</summary>
/// <param name="Heads">The heads.</param>
/// <param name="Valence">How valence was fitted.</param>
/// <param name="Arousal">How arousal was fitted.</param>
/// <param name="HeldOutValence">What the inner folds stated for each photograph to learn from, while it was held out.</param>
/// <param name="HeldOutArousal">The same for arousal.</param>
internal sealed record SceneFit(SceneHeads Heads, SceneChoice Valence, SceneChoice Arousal, double[] HeldOutValence, double[] HeldOutArousal);

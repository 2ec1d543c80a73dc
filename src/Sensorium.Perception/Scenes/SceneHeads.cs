namespace Sensorium.Perception;

/// <summary>The two axes of feeling.</summary>
/// <param name="Valence">Unpleasant to pleasant.</param>
/// <param name="Arousal">Calm to excited.</param>
internal sealed record SceneHeads(SceneHead Valence, SceneHead Arousal);

namespace Sensorium.Lab.Scenes;

/// <summary>How well one method does.</summary>
/// <param name="Id">Short name for programs.</param>
/// <param name="Title">Name for people.</param>
/// <param name="IsReference">Whether it stands there for comparison only.</param>
/// <param name="Valence">Unpleasant to pleasant.</param>
/// <param name="Arousal">Calm to excited.</param>
public sealed record SceneMethodResult(string Id, LocalizedText Title, bool IsReference, SceneAxisResult Valence, SceneAxisResult Arousal);

namespace Sensorium.Lab.Scenes;

/// <summary>A way of fitting that inner folds chose.</summary>
/// <param name="Axis">valence or arousal.</param>
/// <param name="Choice">The mix of blocks, the noise and the part of it that themes share.</param>
/// <param name="Times">In how many outer folds.</param>
public sealed record SceneChosen(string Axis, string Choice, int Times);

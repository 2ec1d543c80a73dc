namespace Sensorium.Inference;

/// <summary>A folder among the models that is none.</summary>
/// <param name="Path">The folder's full path.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record BrokenModel(string Path, LocalizedText Reason);

namespace Sensorium.Inference;

/// <summary>What one output of a model stands for.</summary>
/// <param name="Id">Short name for programs.</param>
/// <param name="Title">Name for people.</param>
public sealed record ModelLabel(string Id, LocalizedText Title);

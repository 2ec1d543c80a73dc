namespace Sensorium.Inference;

/// <summary>The result of verifying one file of a model.</summary>
/// <param name="File">The file as the manifest states it.</param>
/// <param name="State">How it compares.</param>
public sealed record ModelFileCheck(ModelFileEntry File, ModelFileState State);

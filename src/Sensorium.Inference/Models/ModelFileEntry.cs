namespace Sensorium.Inference;

/// <summary>A file of a model.</summary>
/// <param name="Path">Relative to the model's folder, with forward slashes.</param>
/// <param name="Bytes">Its size, at least 1.</param>
/// <param name="Sha256">Its SHA-256 as 64 lower-case hexadecimal digits.</param>
public sealed record ModelFileEntry(string Path, long Bytes, string Sha256);

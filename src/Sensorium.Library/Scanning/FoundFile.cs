namespace Sensorium.Library;

/// <summary>Something that a walk through folders came upon.</summary>
/// <param name="Path">Where it lies, absolute.</param>
/// <param name="Size">Bytes; 0 for what is no file.</param>
/// <param name="Modified">When it was last written, in UTC.</param>
/// <param name="Reason">Why it is no song; null where it may be one.</param>
public readonly record struct FoundFile(string Path, long Size, DateTime Modified, SkipReason? Reason);

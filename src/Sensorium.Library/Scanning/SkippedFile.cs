namespace Sensorium.Library;

/// <summary>Something that was found and is no song of the library.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">What was wrong, in a sentence; null where the reason says it all.</param>
public sealed record SkippedFile(string Path, SkipReason Reason, LocalizedText? Detail);

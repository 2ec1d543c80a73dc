namespace Sensorium.Library;

/// <summary>A folder whose songs belong to the library.</summary>
/// <param name="Path">The folder, absolute, without a separator at its end.</param>
/// <param name="Added">When it was added.</param>
public sealed record LibraryRoot(string Path, DateTimeOffset Added);

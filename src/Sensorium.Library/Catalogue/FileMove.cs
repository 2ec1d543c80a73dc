namespace Sensorium.Library;

/// <summary>A file that was found in another place, or with another time.</summary>
/// <param name="FileId">Its number.</param>
/// <param name="Stamp">How it is now; the same content.</param>
public sealed record FileMove(long FileId, FileStamp Stamp);

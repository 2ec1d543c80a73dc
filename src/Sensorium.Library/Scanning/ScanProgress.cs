namespace Sensorium.Library;

/// <summary>How far a scan has come; none of the numbers goes back.</summary>
/// <param name="Found">Everything that was found.</param>
/// <param name="Work">Files that have to be read.</param>
/// <param name="Done">Of those, how many are done.</param>
/// <param name="FilesAnHour">How many were done an hour, on average so far; 0 at the beginning.</param>
/// <param name="Left">How long the rest takes at that rate; null where that cannot be told yet.</param>
public readonly record struct ScanProgress(int Found, int Work, int Done, double FilesAnHour, TimeSpan? Left);

namespace Sensorium.Library;

/// <summary>What became of songs that were sent to a player or a server; every song is in one of the lists.</summary>
/// <param name="Taken">Those that it took, in order.</param>
/// <param name="Left">Those that it did not take, with the reason.</param>
public sealed record Delivery(IReadOnlyList<PlaylistEntry> Taken, IReadOnlyList<Undelivered> Left);

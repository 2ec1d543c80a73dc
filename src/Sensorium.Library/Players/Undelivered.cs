namespace Sensorium.Library;

/// <summary>A song that a player or a server did not take.</summary>
/// <param name="Entry">The song.</param>
/// <param name="Reason">Why not.</param>
public readonly record struct Undelivered(PlaylistEntry Entry, LocalizedText Reason);

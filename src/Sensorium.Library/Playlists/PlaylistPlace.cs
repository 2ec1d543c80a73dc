namespace Sensorium.Library;

/// <summary>Where a playlist is to lie, and how it names files.</summary>
/// <param name="Folder">The playlist's folder, absolute.</param>
/// <param name="Paths">How files are named.</param>
public readonly record struct PlaylistPlace(string Folder, PlaylistPaths Paths);

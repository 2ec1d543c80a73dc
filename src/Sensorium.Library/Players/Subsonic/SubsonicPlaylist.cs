namespace Sensorium.Library;

/// <summary>A playlist on a server.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Whose it is; null where the server does not say.</param>
/// <param name="SongCount">How many songs it has.</param>
/// <param name="Comment">What it is for; null for nothing.</param>
public sealed record SubsonicPlaylist(string Id, string Name, string? Owner, int SongCount, string? Comment);

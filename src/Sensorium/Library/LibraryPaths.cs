using Sensorium.Library;

namespace Sensorium;

/// <summary>Whether paths lie in folders.</summary>
internal static class LibraryPaths
{
    /// <summary>A path as the catalogue writes it: of a folder or file absolute, of a server or its song without anything that asks for it.</summary>
    public static string Full(string path)
    {
        if (!ServerPlace.IsOnServer(path))
        {
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        }

        string? song = ServerPlace.Of(path)?.SongId;
        string server = Uri.TryCreate(path, UriKind.Absolute, out Uri? url) ? ServerPlace.AddressOf(url) : path;
        return song is null ? server : new ServerPlace(server, song).Path;
    }

    /// <summary>Whether a path is a folder or lies below it; a song lies below its server.</summary>
    public static bool IsAtOrBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || (ServerPlace.IsOnServer(folder) ? path[folder.Length] == '#' : folder.EndsWith(Path.DirectorySeparatorChar) || path[folder.Length] == Path.DirectorySeparatorChar));
}

namespace Sensorium;

/// <summary>Whether paths lie in folders.</summary>
internal static class LibraryPaths
{
    /// <summary>Whether a path is a folder or lies below it.</summary>
    public static bool IsAtOrBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || folder.EndsWith(Path.DirectorySeparatorChar) || path[folder.Length] == Path.DirectorySeparatorChar);
}

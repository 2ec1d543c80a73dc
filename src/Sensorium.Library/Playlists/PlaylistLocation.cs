namespace Sensorium.Library;

/// <summary>Turns locations of songs into what stands in playlists, and back.</summary>
internal static class PlaylistLocation
{
    private const string FileScheme = "file://";

    /// <summary>Whether a location is an address with a scheme.</summary>
    public static bool IsAddress(string location)
    {
        int colon = location.IndexOf("://", StringComparison.Ordinal);
        return colon > 1 && Uri.CheckSchemeName(location[..colon]);
    }

    /// <summary>An absolute path or an address, made plain.</summary>
    /// <exception cref="MalformedInputException">It is neither.</exception>
    public static string Check(string location)
    {
        if (location.Contains('\0', StringComparison.Ordinal))
        {
            throw PlaylistErrors.NotAbsolute(location);
        }

        if (Path.IsPathFullyQualified(location))
        {
            return Path.GetFullPath(location);
        }

        return IsAddress(location) && PlaylistText.Clean(location) == location ? location : throw PlaylistErrors.NotAbsolute(location);
    }

    /// <summary>The path seen from a folder, with slashes; null where it lies on another drive or is no path.</summary>
    public static string? RelativePath(string location, PlaylistPlace place)
    {
        if (place.Paths != PlaylistPaths.Relative || !Path.IsPathFullyQualified(location))
        {
            return null;
        }

        string relative = Path.GetRelativePath(place.Folder, location);
        return Path.IsPathRooted(relative) ? null : WithSlashes(relative);
    }

    /// <summary>A location as a URI reference: relative where that is wanted and possible.</summary>
    public static string ToReference(string location, PlaylistPlace place)
    {
        string checkedLocation = Check(location);
        return RelativePath(checkedLocation, place) is { } relative ? Escape(relative) : ToUri(checkedLocation);
    }

    /// <summary>An absolute path as a <c>file</c> URI; addresses stay as they are.</summary>
    public static string ToUri(string location)
    {
        if (!Path.IsPathFullyQualified(location))
        {
            return location;
        }

        string path = WithSlashes(location);
        if (!OperatingSystem.IsWindows())
        {
            return FileScheme + Escape(path);
        }

        // \\server\share\song and C:\song.
        return path.StartsWith("//", StringComparison.Ordinal)
            ? "file:" + Escape(path)
            : $"{FileScheme}/{path[..2]}{Escape(path[2..])}";
    }

    /// <summary>The location that a URI reference means.</summary>
    public static string FromReference(string reference, string folder)
    {
        if (reference.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase))
        {
            return FromFileUri(reference[FileScheme.Length..]);
        }

        return IsAddress(reference) ? reference : Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(reference)));
    }

    /// <summary>The location that a line of an M3U file means: a path as it is, or a URI.</summary>
    public static string FromLine(string line, string folder)
    {
        bool isFile = line.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase);
        return isFile || IsAddress(line) ? FromReference(line, folder) : Path.GetFullPath(Path.Combine(folder, line));
    }

    private static string FromFileUri(string rest)
    {
        // file:///path and file://localhost/path; another host is a share of Windows.
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        string host = slash < 0 ? rest : rest[..slash];
        string path = Uri.UnescapeDataString(slash < 0 ? "/" : rest[slash..]);
        if (!OperatingSystem.IsWindows())
        {
            return Path.GetFullPath(path);
        }

        bool isHere = host.Length == 0 || host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        return Path.GetFullPath(isHere ? path.TrimStart('/') : $"//{host}{path}");
    }

    private static string WithSlashes(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}

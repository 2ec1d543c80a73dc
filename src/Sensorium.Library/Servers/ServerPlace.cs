namespace Sensorium.Library;

/// <summary>
/// Where a song of a music server stands in the catalogue: the server's address and the song's identifier, and nothing that would let anybody in.
/// As a path it is <c>https://host/base#song=ID</c>: what stands behind the sign is never sent anywhere, so that following it asks for nothing.
/// </summary>
/// <param name="Server">The server's address, as <see cref="AddressOf"/> writes it.</param>
/// <param name="SongId">The song's identifier on the server.</param>
public readonly record struct ServerPlace(string Server, string SongId)
{
    private const string Mark = "#song=";

    /// <summary>The place as a path of the catalogue.</summary>
    public string Path => Server + Mark + Uri.EscapeDataString(SongId);

    /// <summary>The server's name for people, e.g. <c>music.example.org</c>, with its port where that is an unusual one.</summary>
    public string Host => new Uri(Server).Authority;

    /// <summary>Whether a root or a path of the catalogue lies on a server.</summary>
    /// <param name="path">The root or path.</param>
    /// <returns>True for addresses of the web, false for folders and files.</returns>
    public static bool IsOnServer(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The place that a path of the catalogue means.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The place; null for a file.</returns>
    public static ServerPlace? Of(string path)
    {
        int mark = IsOnServer(path) ? path.IndexOf(Mark, StringComparison.Ordinal) : -1;
        return mark < 0 ? null : new ServerPlace(path[..mark], Uri.UnescapeDataString(path[(mark + Mark.Length)..]));
    }

    /// <summary>An address as the catalogue keeps it: scheme, host, port where it is an unusual one, and path; never a name, a password or a query.</summary>
    /// <param name="url">The address.</param>
    /// <returns>E.g. <c>https://music.example.org/base</c>, without a slash at its end.</returns>
    public static string AddressOf(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
    }
}

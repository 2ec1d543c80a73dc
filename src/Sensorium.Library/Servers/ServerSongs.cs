namespace Sensorium.Library;

/// <summary>Opens songs wherever they lie: files as they are, songs of servers as temporary copies. Servers are opened once each.</summary>
/// <param name="open">Opens the music server at an address.</param>
public sealed class ServerSongs(Func<string, ISongServer> open) : IDisposable
{
    private readonly Dictionary<string, ISongServer> _servers = new(StringComparer.Ordinal);

    /// <summary>Why a player that knows files only, or a playlist, leaves a song of a server out.</summary>
    /// <param name="place">The song.</param>
    /// <returns>A reason without a full stop.</returns>
    public static LocalizedText Reason(ServerPlace place) => new(
        $"it lies on the music server {place.Host}; --subsonic sends it there", $"음악 서버 {place.Host}에 있습니다. --subsonic으로 그 서버에 보냅니다");

    /// <summary>Takes the songs of servers out of a list.</summary>
    /// <param name="entries">The list.</param>
    /// <returns>Those that are files, and the others with the reason.</returns>
    public static (IReadOnlyList<PlaylistEntry> Files, IReadOnlyList<Undelivered> Left) Without(IReadOnlyList<PlaylistEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return (
            [.. entries.Where(entry => ServerPlace.Of(entry.Location) is null)],
            [.. entries.Where(entry => ServerPlace.Of(entry.Location) is not null).Select(entry => new Undelivered(entry, Reason(ServerPlace.Of(entry.Location)!.Value)))]);
    }

    /// <summary>Opens a song.</summary>
    /// <param name="path">Its path in the catalogue.</param>
    /// <param name="cancellationToken">Stops fetching.</param>
    /// <returns>The file; a copy goes away when it is disposed of.</returns>
    /// <exception cref="SensoriumException">The server is not the one that is configured, cannot be reached, or refuses.</exception>
    /// <exception cref="IOException">There is no room for a copy.</exception>
    public async Task<SongFile> OpenAsync(string path, CancellationToken cancellationToken = default)
    {
        if (ServerPlace.Of(path) is not { } place)
        {
            return new SongFile(path);
        }

        if (!_servers.TryGetValue(place.Server, out ISongServer? server))
        {
            _servers[place.Server] = server = open(place.Server);
        }

        return await server.FetchAsync(place.SongId, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (ISongServer server in _servers.Values)
        {
            server.Dispose();
        }
    }
}

namespace Sensorium.Library;

/// <summary>A music server during a scan: given up once it fails several times on end, so that thousands of songs do not wait for it one by one.</summary>
/// <param name="address">Its address.</param>
/// <param name="server">The server.</param>
internal sealed class ScannedServer(string address, ISongServer server) : IDisposable
{
    private const int MostFailures = 3;

    private readonly Lock _lock = new();
    private int _failures;
    private LocalizedText? _down;

    /// <summary>Its address.</summary>
    public string Address { get; } = address;

    /// <summary>Why it was given up; null while it answers.</summary>
    public LocalizedText? Down
    {
        get
        {
            lock (_lock)
            {
                return _down;
            }
        }
    }

    /// <summary>Lists its songs.</summary>
    public IAsyncEnumerable<FoundFile> ListAsync(CancellationToken cancellationToken) => server.ListAsync(cancellationToken);

    /// <summary>Fetches a song.</summary>
    public async Task<SongFile> FetchAsync(string songId, CancellationToken cancellationToken)
    {
        try
        {
            SongFile file = await server.FetchAsync(songId, cancellationToken);
            lock (_lock)
            {
                _failures = 0;
            }

            return file;
        }
        catch (ServerUnreachableException error)
        {
            lock (_lock)
            {
                _down = ++_failures >= MostFailures ? error.Text : _down;
            }

            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => server.Dispose();
}

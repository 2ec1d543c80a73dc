namespace Sensorium.Library;

/// <summary>A server whose songs belong to the library.</summary>
public interface ISongServer : IDisposable
{
    /// <summary>Lists all songs with size, time and what the server says about them; no sound is asked for.</summary>
    /// <param name="cancellationToken">Stops the list.</param>
    /// <returns>The songs, each once; what cannot be had has a reason.</returns>
    /// <exception cref="PlayerFailedException">The server cannot be reached, or refuses.</exception>
    IAsyncEnumerable<FoundFile> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Fetches the sound of a song, as the server has it, into a temporary file.</summary>
    /// <param name="songId">The song's identifier.</param>
    /// <param name="cancellationToken">Stops fetching; nothing is left behind.</param>
    /// <returns>The file, which goes away when it is disposed of.</returns>
    /// <exception cref="ServerUnreachableException">The server cannot be reached or has fallen silent.</exception>
    /// <exception cref="PlayerFailedException">The server refuses.</exception>
    /// <exception cref="LimitReachedException">The song is larger than allowed, or took too long.</exception>
    /// <exception cref="IOException">There is no room for it here.</exception>
    Task<SongFile> FetchAsync(string songId, CancellationToken cancellationToken = default);
}

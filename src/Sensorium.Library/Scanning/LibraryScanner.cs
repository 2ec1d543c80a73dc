namespace Sensorium.Library;

/// <summary>
/// Brings the catalogue to what the folders and servers of the library hold. Each song is stored as soon as it is done, so that whatever ends the scan loses at most what was
/// being listened to; the next scan goes on from there. A file that cannot be used never stops the others.
/// </summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="analyst">Listens.</param>
/// <param name="timeProvider">The clock; null takes the system's. Default null.</param>
/// <param name="servers">Opens the music server at an address; null where none can be reached: their songs are left as they are. Default null.</param>
public sealed class LibraryScanner(ICatalogue catalogue, SongAnalyst analyst, TimeProvider? timeProvider = null, Func<string, ISongServer>? servers = null)
{
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>Scans the folders and servers of the library.</summary>
    /// <param name="options">How to go about it; null for the defaults.</param>
    /// <param name="progress">Told how far it has come, from several threads but one at a time. Default null.</param>
    /// <param name="cancellationToken">Stops the scan: what is done stays, and the report tells what is left.</param>
    /// <returns>What was found and done.</returns>
    /// <exception cref="MissingComponentException">ffmpeg is not installed.</exception>
    public async Task<ScanReport> ScanAsync(ScanOptions? options = null, IProgress<ScanProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new ScanOptions();
        options.Check();
        using var run = new ScanRun(catalogue, analyst, options, progress, _timeProvider, servers);
        return await run.GoAsync(cancellationToken);
    }
}

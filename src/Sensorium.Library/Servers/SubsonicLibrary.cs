using System.Runtime.CompilerServices;

namespace Sensorium.Library;

/// <summary>The songs of a server with the Subsonic API.</summary>
/// <param name="settings">Where it is, and who asks.</param>
/// <param name="folder">Where songs lie while they are listened to.</param>
/// <param name="limits">How much a song may ask for; null for the defaults. Default null.</param>
/// <param name="timeProvider">The clock of the limits; null takes the system's. Default null.</param>
public sealed class SubsonicLibrary(SubsonicSettings settings, FetchFolder folder, FetchLimits? limits = null, TimeProvider? timeProvider = null) : ISongServer
{
    private readonly SubsonicClient _client = new(settings, timeProvider);
    private readonly FetchLimits _limits = limits ?? new FetchLimits();

    /// <inheritdoc />
    public async IAsyncEnumerable<FoundFile> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (SubsonicSong song in _client.ReadSongsAsync(cancellationToken))
        {
            string path = new ServerPlace(_client.Address, song.Id).Path;

            // A server that has lost a file says so with a size of none.
            SkipReason? reason = song.Size is <= 0 ? SkipReason.NotFetched : null;
            yield return new FoundFile(path, song.Size ?? 0, song.Created ?? DateTime.UnixEpoch, reason) { Told = song.ToTags() };
        }
    }

    /// <inheritdoc />
    public Task<SongFile> FetchAsync(string songId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(songId);
        return folder.MakeAsync(file => _client.DownloadAsync(songId, file, _limits, cancellationToken));
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}

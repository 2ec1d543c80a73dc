namespace Sensorium.Library;

/// <summary>
/// Sends songs to a server that has them: its own by their identifiers, files of this machine where the catalogue knows that the server has the same bytes, and others by what they say
/// of themselves. The server's songs are listed once, where they are needed.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="catalogue">The library that the songs come from; null for none. Default null.</param>
public sealed class SubsonicDelivery(SubsonicClient client, ICatalogue? catalogue = null)
{
    private SubsonicMatcher? _matcher;

    /// <summary>Makes a playlist on the server. Where it has none of the songs, no playlist is made.</summary>
    /// <param name="playlist">The songs; its title names the playlist, its annotation becomes the comment.</param>
    /// <param name="replaces">Whether a playlist of that name may be overwritten.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What the server took.</returns>
    /// <exception cref="PlayerFailedException">The server cannot be reached or refuses, or there is one of that name already.</exception>
    public async Task<Delivery> SavePlaylistAsync(Playlist playlist, bool replaces, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        (Delivery delivery, string[] ids) = await FindAsync(playlist, cancellationToken);
        if (ids.Length > 0)
        {
            await client.SavePlaylistAsync(PlaylistText.Clean(playlist.Title) ?? "Sensorium", ids, playlist.Annotation, replaces, cancellationToken);
        }

        return delivery;
    }

    /// <summary>Makes the songs the queue that the user's players go on with. Where the server has none of them, the queue stays as it is.</summary>
    /// <param name="playlist">The songs.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What the server took.</returns>
    /// <exception cref="PlayerFailedException">The server cannot be reached, or refuses.</exception>
    public async Task<Delivery> SavePlayQueueAsync(Playlist playlist, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        (Delivery delivery, string[] ids) = await FindAsync(playlist, cancellationToken);
        if (ids.Length > 0)
        {
            await client.SavePlayQueueAsync(ids, cancellationToken: cancellationToken);
        }

        return delivery;
    }

    private async Task<(Delivery Delivery, string[] Ids)> FindAsync(Playlist playlist, CancellationToken cancellationToken)
    {
        (PlaylistEntry Entry, string? Id)[] found = [.. playlist.Entries.Select(entry => (entry, IdOf(entry)))];
        if (found.Any(pair => pair.Id is null))
        {
            SubsonicMatcher matcher = _matcher ??= await ReadAsync(cancellationToken);
            found = [.. found.Select(pair => (pair.Entry, pair.Id ?? matcher.Find(pair.Entry)?.Id))];
        }

        var delivery = new Delivery(
            [.. found.Where(pair => pair.Id is not null).Select(pair => pair.Entry)],
            [.. found.Where(pair => pair.Id is null).Select(pair => new Undelivered(pair.Entry, SubsonicErrors.NotOnServer()))]);
        return (delivery, [.. found.Select(pair => pair.Id).OfType<string>()]);
    }

    // The library knows the server's own songs by their identifiers, and those that lie in a folder too by their content: there is nothing to look for.
    private string? IdOf(PlaylistEntry entry) => IdAt(entry.Location)
        ?? (entry.IsPart || catalogue?.FindFile(entry.Location) is not { } file ? null : catalogue.FilesLike(file.Stamp.Fingerprint).Where(twin => !twin.IsGone).Select(twin => IdAt(twin.Stamp.Path)).FirstOrDefault(id => id is not null));

    private string? IdAt(string path) => ServerPlace.Of(path) is { } place && place.Server == client.Address ? place.SongId : null;

    private async Task<SubsonicMatcher> ReadAsync(CancellationToken cancellationToken)
    {
        List<SubsonicSong> songs = [];
        await foreach (SubsonicSong song in client.ReadSongsAsync(cancellationToken))
        {
            songs.Add(song);
        }

        return new SubsonicMatcher(songs);
    }
}

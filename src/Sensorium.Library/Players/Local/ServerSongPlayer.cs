namespace Sensorium.Library;

/// <summary>
/// Plays songs of music servers with a player that knows files only: each is fetched into a temporary file, the next one while one plays, so that
/// no address with a token ever stands among the arguments of a program. MPD plays files of its own only: there such songs are left out.
/// </summary>
/// <param name="player">Plays files.</param>
/// <param name="open">Opens the music server at an address.</param>
public sealed class ServerSongPlayer(ILocalPlayer player, Func<string, ISongServer> open) : ILocalPlayer
{
    /// <inheritdoc />
    public string Name => player.Name;

    /// <inheritdoc />
    public async Task<Delivery> PlayAsync(IReadOnlyList<PlaylistEntry> entries, IProgress<PlaylistEntry>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (player is MpdLocalPlayer)
        {
            (IReadOnlyList<PlaylistEntry> files, IReadOnlyList<Undelivered> left) = ServerSongs.Without(entries);
            Delivery played = await player.PlayAsync(files, progress, cancellationToken);
            return played with { Left = [.. played.Left, .. left] };
        }

        if (!entries.Any(entry => ServerPlace.Of(entry.Location) is not null))
        {
            return await player.PlayAsync(entries, progress, cancellationToken);
        }

        return await PlayEachAsync(entries, progress, cancellationToken);
    }

    private async Task<Delivery> PlayEachAsync(IReadOnlyList<PlaylistEntry> entries, IProgress<PlaylistEntry>? progress, CancellationToken cancellationToken)
    {
        List<PlaylistEntry> taken = [];
        List<Undelivered> left = [];
        using var servers = new ServerSongs(open);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<SongFile> next = servers.OpenAsync(entries[0].Location, stop.Token);
        try
        {
            for (int i = 0; i < entries.Count; i++)
            {
                PlaylistEntry entry = entries[i];
                Task<SongFile> current = next;
                try
                {
                    using SongFile file = await current;
                    next = i + 1 < entries.Count ? servers.OpenAsync(entries[i + 1].Location, stop.Token) : next;
                    Delivery one = await player.PlayAsync([entry with { Location = file.Path }], progress is null ? null : new Instead(progress, entry), cancellationToken);
                    taken.AddRange(one.Taken.Select(_ => entry));
                    left.AddRange(one.Left.Select(undelivered => new Undelivered(entry, undelivered.Reason)));
                }
                catch (Exception error) when (current.IsFaulted && (error is SensoriumException or IOException))
                {
                    left.Add(new Undelivered(entry, error is SensoriumException told ? told.Text : new LocalizedText(error.Message, error.Message)));
                    next = i + 1 < entries.Count ? servers.OpenAsync(entries[i + 1].Location, stop.Token) : next;
                }
            }

            return new Delivery(taken, left);
        }
        finally
        {
            await stop.CancelAsync();
            await DropAsync(next);
        }
    }

    // What was fetched for nothing goes away; what failed is no news any more.
    private static async Task DropAsync(Task<SongFile> fetched)
    {
        try
        {
            (await fetched).Dispose();
        }
        catch (Exception error) when (error is OperationCanceledException or SensoriumException or IOException)
        {
        }
    }

    private sealed class Instead(IProgress<PlaylistEntry> progress, PlaylistEntry entry) : IProgress<PlaylistEntry>
    {
        public void Report(PlaylistEntry value) => progress.Report(entry);
    }
}

namespace Sensorium.Library;

/// <summary>Puts songs into MPD's queue and plays them. Parts of files play as parts.</summary>
/// <param name="client">The connection.</param>
/// <param name="musicFolder">MPD's music folder as this machine sees it; null asks MPD where it tells, and else looks for files by name. Default null.</param>
public sealed class MpdPlayer(MpdClient client, string? musicFolder = null)
{
    private const int SongsPerList = 500;

    /// <summary>Queues songs. What MPD does not have is left out and named; where it has none of them, the queue stays as it is.</summary>
    /// <param name="entries">The songs.</param>
    /// <param name="mode">What happens to the songs that are queued already.</param>
    /// <param name="plays">Whether the first of the new songs starts to play.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What MPD took.</returns>
    /// <exception cref="PlayerFailedException">MPD refused, or the connection is broken.</exception>
    /// <exception cref="MalformedInputException">A location is neither an absolute path nor an address.</exception>
    public async Task<Delivery> QueueAsync(IReadOnlyList<PlaylistEntry> entries, QueueMode mode, bool plays, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        List<Undelivered> left = [];
        List<(PlaylistEntry Entry, MpdCommand Command)> wanted = await ResolveAsync(entries, left, cancellationToken);
        if (wanted.Count == 0)
        {
            return new Delivery([], left);
        }

        int before = (await client.StatusAsync(cancellationToken)).QueueLength;
        List<(PlaylistEntry Entry, string Id)> taken = await AddAsync(wanted, left, cancellationToken);
        await LimitPartsAsync(taken, cancellationToken);
        if (mode == QueueMode.Replace && before > 0 && taken.Count > 0)
        {
            // The old songs go last, so that a queue is never lost for nothing.
            await client.SendAsync(new MpdCommand("delete", $"0:{before}"), cancellationToken);
        }

        if (plays && taken.Count > 0)
        {
            await client.SendAsync(new MpdCommand("playid", taken[0].Id), cancellationToken);
        }

        return new Delivery([.. taken.Select(song => song.Entry)], left);
    }

    private async Task<List<(PlaylistEntry Entry, MpdCommand Command)>> ResolveAsync(
        IReadOnlyList<PlaylistEntry> entries, List<Undelivered> left, CancellationToken cancellationToken)
    {
        var uris = new MpdUris(client, musicFolder ?? await MpdUris.FolderAsync(client, cancellationToken));
        List<(PlaylistEntry, MpdCommand)> wanted = [];
        foreach (PlaylistEntry entry in entries)
        {
            string location = PlaylistLocation.Check(entry.Location);
            if (location.Contains('\n', StringComparison.Ordinal))
            {
                left.Add(new Undelivered(entry, MpdErrors.LineBreak(location).Text));
            }
            else if (await uris.FindAsync(entry, cancellationToken) is { } uri)
            {
                wanted.Add((entry, new MpdCommand("addid", uri)));
            }
            else
            {
                left.Add(new Undelivered(entry, MpdErrors.NotInDatabase()));
            }
        }

        return wanted;
    }

    private async Task<List<(PlaylistEntry Entry, string Id)>> AddAsync(
        List<(PlaylistEntry Entry, MpdCommand Command)> wanted, List<Undelivered> left, CancellationToken cancellationToken)
    {
        List<(PlaylistEntry, string)> taken = [];
        for (int next = 0; next < wanted.Count;)
        {
            MpdCommand[] list = [.. wanted.Skip(next).Take(SongsPerList).Select(song => song.Command)];
            (IReadOnlyList<IReadOnlyList<MpdField>> answers, MpdRefusedException? refusal) = await client.TrySendAllAsync(list, cancellationToken);
            foreach (IReadOnlyList<MpdField> answer in answers)
            {
                taken.Add((wanted[next++].Entry, answer.FirstOrDefault(field => field.Name == "Id").Value ?? string.Empty));
            }

            if (refusal is not null)
            {
                // What the user must mend, a password or a full queue, is no matter of one song.
                if (refusal.Code is not (2 or 4 or 52 or MpdRefusedException.NoExist) || next >= wanted.Count || (refusal.Code == 4 && !client.IsLocal))
                {
                    throw refusal;
                }

                left.Add(new Undelivered(wanted[next++].Entry, refusal.Code == MpdRefusedException.NoExist ? MpdErrors.NotInDatabase() : MpdErrors.NotTaken(refusal.Text.English)));
            }
        }

        return taken;
    }

    private async Task LimitPartsAsync(List<(PlaylistEntry Entry, string Id)> taken, CancellationToken cancellationToken)
    {
        MpdCommand[] ranges = [.. taken.Where(song => song.Entry.IsPart).Select(song => new MpdCommand(
            "rangeid", song.Id, $"{VlcOptions.Seconds(song.Entry.Start)}:{(song.Entry.End is { } end ? VlcOptions.Seconds(end) : string.Empty)}"))];
        (_, MpdRefusedException? refusal) = await client.TrySendAllAsync(ranges, cancellationToken);
        if (refusal is not null)
        {
            throw refusal;
        }
    }
}

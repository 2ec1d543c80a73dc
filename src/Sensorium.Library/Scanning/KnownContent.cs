namespace Sensorium.Library;

/// <summary>
/// What is known of content already, whatever it is called and wherever it lies, so that nobody has to listen. A song that lies in a folder and on a
/// server is one song: the file stands for both, and number, pins and feedback go to whichever of the two is there.
/// </summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="analyst">Reads tags, and says which version of analysis is wanted.</param>
internal sealed class KnownContent(ICatalogue catalogue, SongAnalyst analyst)
{
    /// <summary>Whether a file of the library has this content.</summary>
    /// <param name="fingerprint">The content.</param>
    public bool IsInFolder(string fingerprint) =>
        catalogue.FilesLike(fingerprint).Any(file => file is { Reason: null, IsGone: false } && !ServerPlace.IsOnServer(file.Stamp.Path));

    /// <summary>Takes over what is known of the content of a file, or of a song of a server.</summary>
    /// <param name="stamp">The file.</param>
    /// <param name="told">What its server says of it; null for a file of this machine.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>What came of it.</returns>
    public async Task<TakenOver> TakeOverAsync(FileStamp stamp, SongTags? told, CancellationToken cancellationToken)
    {
        if (told is not null && IsInFolder(stamp.Fingerprint))
        {
            return Skip(stamp, SkipReason.InFolder, null, null);
        }

        FileEntry[] twins =
        [
            .. catalogue.FilesLike(stamp.Fingerprint).Where(twin => twin.Stamp.Cue == stamp.Cue && twin.Reason != SkipReason.InFolder).OrderBy(twin => ServerPlace.IsOnServer(twin.Stamp.Path)),
        ];
        FileEntry? former = FormerOf(stamp, twins);
        if (former is not null)
        {
            MoveHere(former, stamp);
        }

        foreach (FileEntry twin in twins.OrderBy(twin => twin != former))
        {
            if (twin.Reason is { } reason)
            {
                return Skip(stamp, reason, twin.Detail, former);
            }

            if (twin.Version == analyst.Version && await SongsAsync(twin, stamp, told, cancellationToken) is { Count: > 0 } songs)
            {
                catalogue.Store(stamp, songs);
                return new TakenOver { IsDone = true, IsMoved = twin == former && told is not null, Former = former };
            }
        }

        return new TakenOver { Former = former };
    }

    /// <summary>Songs of servers that came first give way to the file with their content, if there is one.</summary>
    /// <param name="fingerprint">The content.</param>
    public void HideOnServers(string fingerprint)
    {
        if (!IsInFolder(fingerprint))
        {
            return;
        }

        foreach (FileEntry twin in catalogue.FilesLike(fingerprint).Where(twin => twin is { Reason: null, IsGone: false } && ServerPlace.IsOnServer(twin.Stamp.Path)))
        {
            catalogue.StoreSkip(twin.Stamp, SkipReason.InFolder, null);
        }
    }

    /// <summary>What the latest other version heard of the same sound.</summary>
    /// <param name="stamp">The file.</param>
    public IReadOnlyList<SongPart> Heard(FileStamp stamp) =>
        catalogue.FilesLike(stamp.Fingerprint).Where(twin => twin.Stamp.Cue == stamp.Cue && twin.Reason is null).MaxBy(twin => twin.Version) is { } twin ? catalogue.SongsOf(twin.Id) : [];

    /// <summary>What a server says of songs may change while their sound stays: its list tells it, and nothing has to be fetched.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Retell(IReadOnlyList<FoundFile> found, CancellationToken cancellationToken)
    {
        Dictionary<string, SongTags> told = [];
        foreach (FoundFile file in found.Where(file => file is { Told: not null, Reason: null }))
        {
            told[file.Path] = file.Told!;
        }

        foreach (LibrarySong song in told.Count == 0 ? [] : catalogue.LoadSongs())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (told.TryGetValue(song.Path, out SongTags? tags) && !tags.Or(song.Tags).SaysTheSame(song.Tags) && catalogue.FindFile(song.Path) is { } file)
            {
                catalogue.Store(file.Stamp, Retold(catalogue.SongsOf(file.Id), tags));
            }
        }
    }

    // Whose number, pins and feedback a song keeps: its own, where only its time is another; on a server those of what is gone elsewhere; in a folder
    // those of the same song on a server.
    private FileEntry? FormerOf(FileStamp stamp, FileEntry[] twins) => ServerPlace.IsOnServer(stamp.Path)
        ? Array.Find(twins, twin => twin.Stamp.Path == stamp.Path) ?? Array.Find(twins, twin => twin.IsGone)
        : catalogue.FindFile(stamp.Path) is null ? Array.Find(twins, twin => twin.Reason is null && ServerPlace.IsOnServer(twin.Stamp.Path)) : null;

    private void MoveHere(FileEntry former, FileStamp stamp)
    {
        catalogue.Move([new FileMove(former.Id, stamp)]);
        if (!former.IsGone && !ServerPlace.IsOnServer(stamp.Path))
        {
            catalogue.StoreSkip(former.Stamp, SkipReason.InFolder, null);
        }
    }

    private TakenOver Skip(FileStamp stamp, SkipReason reason, LocalizedText? detail, FileEntry? former)
    {
        catalogue.StoreSkip(stamp, reason, detail);
        return new TakenOver { IsDone = true, Skipped = new SkippedFile(stamp.Path, reason, detail), Former = former };
    }

    // A file says for itself what it is; one that cannot be read gives none: that is for the analysis to explain.
    private async Task<IReadOnlyList<SongPart>> SongsAsync(FileEntry twin, FileStamp stamp, SongTags? told, CancellationToken cancellationToken)
    {
        IReadOnlyList<SongPart> songs = catalogue.SongsOf(twin.Id);
        if (told is not null)
        {
            return Retold(songs, told);
        }

        if (!ServerPlace.IsOnServer(twin.Stamp.Path))
        {
            return songs;
        }

        try
        {
            SongTags own = await analyst.ReadTagsAsync(stamp.Path, null, cancellationToken);
            return [.. songs.Select(song => song with { Tags = own })];
        }
        catch (MalformedInputException)
        {
            return [];
        }
    }

    private static IReadOnlyList<SongPart> Retold(IReadOnlyList<SongPart> songs, SongTags told) => [.. songs.Select(song => song with { Tags = told.Or(song.Tags) })];
}

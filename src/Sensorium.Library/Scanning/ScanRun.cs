using System.Collections.Concurrent;

namespace Sensorium.Library;

/// <summary>One scan at work.</summary>
internal sealed class ScanRun(
    ICatalogue catalogue, SongAnalyst analyst, ScanOptions options, IProgress<ScanProgress>? progress, TimeProvider timeProvider, Func<string, ISongServer>? open) : IDisposable
{
    private readonly long _began = timeProvider.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _listening = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScannedServer> _servers = new(StringComparer.Ordinal);
    private readonly List<MissingServer> _missingServers = [];
    private readonly List<SkippedFile> _skipped = [];
    private readonly HashSet<long> _gone = [];
    private int _found, _work, _done, _analysed, _copied, _unchanged, _moved;

    public async Task<ScanReport> GoAsync(CancellationToken cancellationToken)
    {
        string[] roots = [.. catalogue.Roots().Select(root => root.Path)];
        string[] folders = [.. roots.Where(root => !ServerPlace.IsOnServer(root))];
        string[] missing = [.. folders.Where(root => !Directory.Exists(root))];
        string[] wanted = options.Only.Count > 0 ? [.. options.Only] : [.. folders.Except(missing)];
        try
        {
            List<FoundFile> found = [.. FolderWalk.Find(wanted, cancellationToken)];
            _found = found.Count;
            foreach (string address in options.Servers && options.Only.Count == 0 ? roots.Except(folders) : [])
            {
                found.AddRange(await ListAsync(address, cancellationToken));
            }

            // One that is there but was not met lies in a folder that was taken out of the library.
            bool IsLost(FileEntry entry) => ServerPlace.Of(entry.Stamp.Path) is { } place
                ? _servers.ContainsKey(place.Server)
                : (options.Only.Count > 0 ? wanted.Any(folder => IsBelow(entry.Stamp.Path, folder)) : !missing.Any(root => IsBelow(entry.Stamp.Path, root)))
                    && !File.Exists(entry.Stamp.Path);
            IReadOnlyList<FileEntry> known = catalogue.Files();
            ScanPlan plan = ScanPlan.Make(found, known, IsLost, analyst.Version);
            (_found, _unchanged, _work) = (found.Count, plan.Unchanged, plan.Work.Count);
            _skipped.AddRange(plan.Skipped);
            if (plan.Returned.Count > 0)
            {
                catalogue.MarkGone(plan.Returned, false);
                var returned = plan.Returned.ToHashSet();
                foreach (FileEntry entry in known.Where(entry => entry.Reason is null && !ServerPlace.IsOnServer(entry.Stamp.Path) && returned.Contains(entry.Id)))
                {
                    HideOnServers(entry.Stamp.Fingerprint);
                }
            }

            Report();
            List<ScanTask> tasks = FindMoves(plan, cancellationToken);
            MarkGone(plan.Strays, found);
            tasks.AddRange(PassOver(plan.Doubles));
            Retell(found, cancellationToken);
            await Parallel.ForEachAsync(
                tasks,
                new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken },
                async (task, token) => await DoAsync(task, token));
            return ReportOf(missing);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ReportOf(missing);
        }
    }

    public void Dispose()
    {
        foreach (ScannedServer server in _servers.Values)
        {
            server.Dispose();
        }
    }

    // A server that does not tell all of its songs tells none: otherwise the rest would count as gone.
    private async Task<List<FoundFile>> ListAsync(string address, CancellationToken cancellationToken)
    {
        ScannedServer? server = null;
        try
        {
            server = open is null ? null : new ScannedServer(address, open(address));
            List<FoundFile> songs = [];
            await foreach (FoundFile song in server?.ListAsync(cancellationToken) ?? throw SubsonicErrors.NoServer())
            {
                songs.Add(song);
                progress?.Report(new ScanProgress(++_found, 0, 0, 0, null));
            }

            _servers.Add(address, server);
            return songs;
        }
        catch (SensoriumException error)
        {
            server?.Dispose();
            _missingServers.Add(new MissingServer(address, error.Text));
            return [];
        }
        catch
        {
            server?.Dispose();
            throw;
        }
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (folder.EndsWith(Path.DirectorySeparatorChar) || (path.Length > folder.Length && path[folder.Length] == Path.DirectorySeparatorChar));

    // Files that were renamed or moved: a stray of the same size and content. Only such sizes are looked at, so that a first scan reads nothing twice.
    // Songs of servers are recognised when their turn comes: to know their content they must be fetched.
    private List<ScanTask> FindMoves(ScanPlan plan, CancellationToken cancellationToken)
    {
        FileEntry[] files = [.. plan.Strays.Where(stray => !ServerPlace.IsOnServer(stray.Stamp.Path))];
        var sizes = files.Select(stray => stray.Stamp.Size).ToHashSet();
        var strays = files.ToLookup(stray => (stray.Stamp.Fingerprint, stray.Stamp.Cue));
        HashSet<long> taken = [];
        List<FileMove> moves = [];
        List<ScanTask> rest = [];
        List<Action> counts = [];
        foreach (ScanTask task in plan.Work)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (task.IsOnServer || task.Fingerprint is not null || !sizes.Contains(task.File.Size) || TryFingerprint(task) is not { } fingerprint)
            {
                rest.Add(task);
                continue;
            }

            ScanTask known = task with { Fingerprint = fingerprint };
            FileEntry[] candidates = [.. strays[(fingerprint, task.Cue)].Where(stray => !taken.Contains(stray.Id))];

            // One that only got another time is itself; another is where it lay.
            FileEntry? stray = Array.Find(candidates, entry => entry.Stamp.Path == task.File.Path) ?? candidates.FirstOrDefault();
            if (stray is null)
            {
                rest.Add(known);
                continue;
            }

            taken.Add(stray.Id);
            moves.Add(new FileMove(stray.Id, known.Stamp(fingerprint)));
            if (stray.Reason is { } reason)
            {
                counts.Add(() => _skipped.Add(new SkippedFile(task.File.Path, reason, stray.Detail)));
            }
            else if (stray.Version == analyst.Version)
            {
                counts.Add(() => _moved++);
            }
            else
            {
                rest.Add(known);
                continue;
            }

            counts.Add(() => _done++);
        }

        if (moves.Count > 0)
        {
            catalogue.Move(moves);
            counts.ForEach(count => count());
        }

        plan.Strays.RemoveAll(stray => taken.Contains(stray.Id));
        return rest;
    }

    private static string? TryFingerprint(ScanTask task)
    {
        try
        {
            return Fingerprint.Of(task.File.Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Said when its turn comes.
            return null;
        }
    }

    // What is left of the strays and lies nowhere; one whose content was changed in its place is read again there.
    private void MarkGone(List<FileEntry> strays, List<FoundFile> found)
    {
        var listed = strays.Count == 0 || _servers.Count == 0 ? [] : found.Select(file => file.Path).Where(ServerPlace.IsOnServer).ToHashSet(StringComparer.Ordinal);
        _gone.UnionWith(strays.Where(stray => !stray.IsGone && !listed.Contains(stray.Stamp.Path) && !File.Exists(stray.Stamp.Path)).Select(stray => stray.Id));
        if (_gone.Count > 0)
        {
            catalogue.MarkGone(_gone, true);
        }
    }

    // Those that a folder still has are passed over again; the others come back.
    private List<ScanTask> PassOver(List<(ScanTask Task, FileEntry Entry)> doubles)
    {
        List<ScanTask> back = [];
        foreach ((ScanTask task, FileEntry entry) in doubles)
        {
            if (IsInFolder(entry.Stamp.Fingerprint))
            {
                _skipped.Add(new SkippedFile(task.File.Path, SkipReason.InFolder, null));
            }
            else
            {
                back.Add(task);
            }
        }

        _work += back.Count;
        return back;
    }

    // What a server says of a song may change while its sound stays: the list tells it, and nothing has to be fetched.
    private void Retell(List<FoundFile> found, CancellationToken cancellationToken)
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

    private bool IsInFolder(string fingerprint) => catalogue.FilesLike(fingerprint).Any(file => file is { Reason: null, IsGone: false } && !ServerPlace.IsOnServer(file.Stamp.Path));

    private static IReadOnlyList<SongPart> Retold(IReadOnlyList<SongPart> songs, SongTags told) =>
        [.. songs.Select(song => song with { Tags = told.Or(song.Tags) })];

    private async Task DoAsync(ScanTask task, CancellationToken cancellationToken)
    {
        ScannedServer? server = task.IsOnServer ? _servers[ServerPlace.Of(task.File.Path)!.Value.Server] : null;
        if (server?.Down is not null)
        {
            // Left for the next scan.
            return;
        }

        SongTags? told = server is null ? null : task.File.Told ?? new SongTags();
        string? mine = null;
        SongFile? file = null;
        try
        {
            string fingerprint = task.Fingerprint ?? Fingerprint.Of((file = await OpenAsync(task, server, cancellationToken)).Path);
            mine = await WaitForTwinAsync(fingerprint, cancellationToken);
            FileStamp stamp = task.Stamp(fingerprint);
            if (!await TryTakeAsync(stamp, told, cancellationToken))
            {
                file ??= await OpenAsync(task, server, cancellationToken);
                var job = new AnalysisJob { Stamp = stamp, Version = analyst.Version, Tracks = task.Tracks, File = server is null ? null : file.Path, Told = told };
                await AnalyseAsync(job, Known(stamp), cancellationToken);
            }

            if (server is null)
            {
                HideOnServers(fingerprint);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            SkipReason reason = error is FileNotFoundException or DirectoryNotFoundException ? SkipReason.Vanished : SkipReason.Unreadable;
            Skip(new SkippedFile(task.File.Path, reason, new LocalizedText(error.Message, error.Message)));
        }
        catch (MalformedInputException error)
        {
            // It could still be read a moment ago.
            Skip(new SkippedFile(task.File.Path, SkipReason.Unreadable, error.Text));
        }
        catch (Exception error) when (server is not null && error is (PlayerFailedException or LimitReachedException))
        {
            // Told of the server as a whole once it was given up.
            if (server.Down is null)
            {
                Skip(new SkippedFile(task.File.Path, error is LimitReachedException ? SkipReason.TooLong : SkipReason.NotFetched, ((SensoriumException)error).Text));
            }
        }
        finally
        {
            file?.Dispose();
            if (mine is not null && _listening.TryRemove(mine, out TaskCompletionSource? end))
            {
                end.SetResult();
            }
        }
    }

    private static Task<SongFile> OpenAsync(ScanTask task, ScannedServer? server, CancellationToken cancellationToken) =>
        server is null ? Task.FromResult(new SongFile(task.File.Path)) : server.FetchAsync(ServerPlace.Of(task.File.Path)!.Value.SongId, cancellationToken);

    // Two files of one content that are new at once: the second waits and takes over what the first gave.
    private async Task<string> WaitForTwinAsync(string key, CancellationToken cancellationToken)
    {
        var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (!_listening.TryAdd(key, own))
        {
            if (_listening.TryGetValue(key, out TaskCompletionSource? other))
            {
                await other.Task.WaitAsync(cancellationToken);
            }
        }

        return key;
    }

    // What the content of a file, or of a song of a server, is known for already, so that nobody has to listen.
    private async Task<bool> TryTakeAsync(FileStamp stamp, SongTags? told, CancellationToken cancellationToken)
    {
        if (told is not null && IsInFolder(stamp.Fingerprint))
        {
            catalogue.StoreSkip(stamp, SkipReason.InFolder, null);
            Skip(new SkippedFile(stamp.Path, SkipReason.InFolder, null));
            return true;
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

        foreach (FileEntry twin in twins)
        {
            if (twin.Reason is { } reason)
            {
                catalogue.StoreSkip(stamp, reason, twin.Detail);
                Skip(new SkippedFile(stamp.Path, reason, twin.Detail));
                return true;
            }

            if (twin.Version == analyst.Version && catalogue.SongsOf(twin.Id) is { Count: > 0 } songs)
            {
                bool isRetold = told is not null || ServerPlace.IsOnServer(twin.Stamp.Path);
                SongTags? tags = told ?? (isRetold ? await analyst.ReadTagsAsync(stamp.Path, null, cancellationToken) : null);
                catalogue.Store(stamp, told is not null ? Retold(songs, tags!) : isRetold ? [.. songs.Select(song => song with { Tags = tags! })] : songs);
                Count(ref twin == former && told is not null ? ref _moved : ref _copied);
                return true;
            }
        }

        return false;
    }

    // Whose number, pins and feedback a song keeps: its own, where only its time is another; on a server those of what is gone elsewhere; in a folder
    // those of the same song on a server.
    private FileEntry? FormerOf(FileStamp stamp, FileEntry[] twins) => ServerPlace.IsOnServer(stamp.Path)
        ? Array.Find(twins, twin => twin.Stamp.Path == stamp.Path) ?? Array.Find(twins, twin => twin.IsGone)
        : catalogue.FindFile(stamp.Path) is null ? Array.Find(twins, twin => twin.Reason is null && ServerPlace.IsOnServer(twin.Stamp.Path)) : null;

    private void MoveHere(FileEntry former, FileStamp stamp)
    {
        catalogue.Move([new FileMove(former.Id, stamp)]);
        lock (_lock)
        {
            _gone.Remove(former.Id);
        }

        if (!former.IsGone && !ServerPlace.IsOnServer(stamp.Path))
        {
            catalogue.StoreSkip(former.Stamp, SkipReason.InFolder, null);
        }
    }

    // Songs of servers that came first give way to the file.
    private void HideOnServers(string fingerprint)
    {
        if (IsInFolder(fingerprint))
        {
            foreach (FileEntry twin in catalogue.FilesLike(fingerprint).Where(twin => twin is { Reason: null, IsGone: false } && ServerPlace.IsOnServer(twin.Stamp.Path)))
            {
                catalogue.StoreSkip(twin.Stamp, SkipReason.InFolder, null);
            }
        }
    }

    // What the latest other version heard of the same sound.
    private IReadOnlyList<SongPart> Known(FileStamp stamp) =>
        catalogue.FilesLike(stamp.Fingerprint).Where(twin => twin.Stamp.Cue == stamp.Cue && twin.Reason is null).MaxBy(twin => twin.Version) is { } twin ? catalogue.SongsOf(twin.Id) : [];

    private async Task AnalyseAsync(AnalysisJob job, IReadOnlyList<SongPart> known, CancellationToken cancellationToken)
    {
        AnalysisOutcome outcome;
        try
        {
            outcome = await analyst.DoAsync(job, options.Busy, known, cancellationToken);
        }
        catch (Exception error) when (error is not (OperationCanceledException or MissingComponentException))
        {
            // A fault of ours on one file is no reason to leave the rest; it is not noted, so that the next scan tries again.
            Skip(new SkippedFile(job.Stamp.Path, SkipReason.Broken, new LocalizedText($"The analysis failed: {error.Message}", $"분석하지 못했습니다: {error.Message}")));
            return;
        }

        if (job.File is null && HasChanged(job.Stamp))
        {
            Skip(new SkippedFile(job.Stamp.Path, SkipReason.Vanished, null));
        }
        else if (outcome.Reason is { } reason)
        {
            if (SkipReasons.IsLasting(reason))
            {
                catalogue.StoreSkip(job.Stamp, reason, outcome.Detail);
            }

            Skip(new SkippedFile(job.Stamp.Path, reason, outcome.Detail));
        }
        else
        {
            catalogue.Store(job.Stamp, outcome.Songs);
            Count(ref _analysed);
        }
    }

    // A file that is still being copied into the library is read when it is whole.
    private static bool HasChanged(FileStamp stamp)
    {
        var now = new FileInfo(stamp.Path);
        return !now.Exists || (now.LinkTarget is null && (now.Length != stamp.Size || now.LastWriteTimeUtc != stamp.Modified));
    }

    private void Skip(SkippedFile file)
    {
        lock (_lock)
        {
            _skipped.Add(file);
            _done++;
            Report();
        }
    }

    private void Count(ref int counter)
    {
        lock (_lock)
        {
            counter++;
            _done++;
            Report();
        }
    }

    private void Report()
    {
        TimeSpan took = timeProvider.GetElapsedTime(_began);
        double rate = _done > 0 && took > TimeSpan.Zero ? _done / took.TotalHours : 0;
        progress?.Report(new ScanProgress(_found, _work, _done, rate, rate > 0 ? TimeSpan.FromHours((_work - _done) / rate) : null));
    }

    private ScanReport ReportOf(IReadOnlyList<string> missing)
    {
        lock (_lock)
        {
            return new ScanReport
            {
                Found = _found,
                Analysed = _analysed,
                Copied = _copied,
                Unchanged = _unchanged,
                Moved = _moved,
                Skipped = [.. _skipped],
                Left = _work - _done,
                Gone = _gone.Count,
                MissingRoots = missing,
                MissingServers = [.. _missingServers, .. _servers.Values.Where(server => server.Down is not null).Select(server => new MissingServer(server.Address, server.Down!.Value))],
                Took = timeProvider.GetElapsedTime(_began),
            };
        }
    }
}

using System.Collections.Concurrent;

namespace Sensorium.Library;

/// <summary>One scan at work.</summary>
internal sealed class ScanRun(
    ICatalogue catalogue, SongAnalyst analyst, ScanOptions options, IProgress<ScanProgress>? progress, TimeProvider timeProvider, Func<string, ISongServer>? open) : IDisposable
{
    private readonly long _began = timeProvider.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly KnownContent _content = new(catalogue, analyst);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _listening = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScannedServer> _servers = new(StringComparer.Ordinal);
    private readonly List<MissingServer> _missingServers = [];
    private readonly List<SkippedFile> _skipped = [];
    private readonly HashSet<long> _gone = [];
    private bool _hasServers;
    private int _found, _work, _done, _analysed, _copied, _unchanged, _moved;

    public async Task<ScanReport> GoAsync(CancellationToken cancellationToken)
    {
        string[] roots = [.. catalogue.Roots().Select(root => root.Path)];
        string[] folders = [.. roots.Where(root => !ServerPlace.IsOnServer(root))];
        _hasServers = folders.Length < roots.Length;
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
            Return(plan.Returned, known);

            Report();
            List<ScanTask> tasks = FindMoves(plan, cancellationToken);
            MarkGone(plan.Strays, found);
            tasks.AddRange(PassOver(plan.Doubles));
            _content.Retell(found, cancellationToken);
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

    // A file that is there again stands for its copies on servers again.
    private void Return(List<long> returned, IReadOnlyList<FileEntry> known)
    {
        if (returned.Count == 0)
        {
            return;
        }

        catalogue.MarkGone(returned, false);
        var ids = returned.ToHashSet();
        foreach (FileEntry entry in known.Where(entry => _hasServers && entry.Reason is null && ids.Contains(entry.Id) && !ServerPlace.IsOnServer(entry.Stamp.Path)))
        {
            _content.HideOnServers(entry.Stamp.Fingerprint);
        }
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
            if (_content.IsInFolder(entry.Stamp.Fingerprint))
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
            TakenOver taken = await _content.TakeOverAsync(stamp, told, cancellationToken);
            if (!Count(taken))
            {
                file ??= await OpenAsync(task, server, cancellationToken);
                var job = new AnalysisJob { Stamp = stamp, Version = analyst.Version, Tracks = task.Tracks, File = server is null ? null : file.Path, Told = told };
                await AnalyseAsync(job, _content.Heard(stamp), cancellationToken);
            }

            if (server is null && _hasServers)
            {
                _content.HideOnServers(fingerprint);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            SkipReason reason = error is FileNotFoundException or DirectoryNotFoundException ? SkipReason.Vanished : SkipReason.Unreadable;
            Skip(new SkippedFile(task.File.Path, reason, new LocalizedText(error.Message, error.Message)));
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

    private bool Count(TakenOver taken)
    {
        if (taken.Former is { } former)
        {
            lock (_lock)
            {
                _gone.Remove(former.Id);
            }
        }

        if (taken.Skipped is { } skipped)
        {
            Skip(skipped);
        }
        else if (taken.IsDone)
        {
            Count(ref taken.IsMoved ? ref _moved : ref _copied);
        }

        return taken.IsDone;
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

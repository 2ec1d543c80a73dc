using System.Collections.Concurrent;

namespace Sensorium.Library;

/// <summary>One scan at work.</summary>
internal sealed class ScanRun(ICatalogue catalogue, SongAnalyst analyst, ScanOptions options, IProgress<ScanProgress>? progress, TimeProvider timeProvider)
{
    private readonly long _began = timeProvider.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _listening = new(StringComparer.Ordinal);
    private readonly List<SkippedFile> _skipped = [];
    private int _found, _work, _done, _analysed, _copied, _unchanged, _moved;

    public async Task<ScanReport> GoAsync(CancellationToken cancellationToken)
    {
        string[] roots = [.. catalogue.Roots().Select(root => root.Path)];
        string[] missing = [.. roots.Where(root => !Directory.Exists(root))];
        string[] wanted = options.Only.Count > 0 ? [.. options.Only] : [.. roots.Except(missing)];
        try
        {
            IReadOnlyList<FoundFile> found = FolderWalk.Find(wanted, cancellationToken);

            // One that is there but was not met lies in a folder that was taken out of the library.
            bool IsLost(FileEntry entry) =>
                (options.Only.Count > 0 ? wanted.Any(folder => IsBelow(entry.Stamp.Path, folder)) : !missing.Any(root => IsBelow(entry.Stamp.Path, root)))
                && !File.Exists(entry.Stamp.Path);
            ScanPlan plan = ScanPlan.Make(found, catalogue.Files(), IsLost, analyst.Version);
            (_found, _unchanged, _work) = (found.Count, plan.Unchanged, plan.Work.Count);
            _skipped.AddRange(plan.Skipped);
            if (plan.Returned.Count > 0)
            {
                catalogue.MarkGone(plan.Returned, false);
            }

            Report();
            List<ScanTask> tasks = FindMoves(plan, cancellationToken);
            int gone = MarkGone(plan.Strays);
            await Parallel.ForEachAsync(
                tasks,
                new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken },
                async (task, token) => await DoAsync(task, token));
            return ReportOf(gone, missing);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ReportOf(0, missing);
        }
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (folder.EndsWith(Path.DirectorySeparatorChar) || (path.Length > folder.Length && path[folder.Length] == Path.DirectorySeparatorChar));

    // Files that were renamed or moved: a stray of the same size and content. Only such sizes are looked at, so that a first scan reads nothing twice.
    private List<ScanTask> FindMoves(ScanPlan plan, CancellationToken cancellationToken)
    {
        var sizes = plan.Strays.Select(stray => stray.Stamp.Size).ToHashSet();
        var strays = plan.Strays.ToLookup(stray => (stray.Stamp.Fingerprint, stray.Stamp.Cue));
        HashSet<long> taken = [];
        List<FileMove> moves = [];
        List<ScanTask> rest = [];
        List<Action> counts = [];
        foreach (ScanTask task in plan.Work)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (task.Fingerprint is not null || !sizes.Contains(task.File.Size) || TryFingerprint(task) is not { } fingerprint)
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
    private int MarkGone(List<FileEntry> strays)
    {
        long[] gone = [.. strays.Where(stray => !stray.IsGone && !File.Exists(stray.Stamp.Path)).Select(stray => stray.Id)];
        if (gone.Length > 0)
        {
            catalogue.MarkGone(gone, true);
        }

        return gone.Length;
    }

    private async Task DoAsync(ScanTask task, CancellationToken cancellationToken)
    {
        string? mine = null;
        try
        {
            string fingerprint = task.Fingerprint ?? Fingerprint.Of(task.File.Path);
            mine = await WaitForTwinAsync(fingerprint + task.Cue, cancellationToken);
            FileStamp stamp = task.Stamp(fingerprint);
            if (!TryCopy(stamp))
            {
                await AnalyseAsync(new AnalysisJob { Stamp = stamp, Version = analyst.Version, Tracks = task.Tracks }, Known(stamp), cancellationToken);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            SkipReason reason = error is FileNotFoundException or DirectoryNotFoundException ? SkipReason.Vanished : SkipReason.Unreadable;
            Skip(new SkippedFile(task.File.Path, reason, new LocalizedText(error.Message, error.Message)));
        }
        finally
        {
            if (mine is not null && _listening.TryRemove(mine, out TaskCompletionSource? end))
            {
                end.SetResult();
            }
        }
    }

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

    private bool TryCopy(FileStamp stamp)
    {
        foreach (FileEntry twin in catalogue.FilesLike(stamp.Fingerprint).Where(twin => twin.Stamp.Cue == stamp.Cue))
        {
            if (twin.Reason is { } reason)
            {
                catalogue.StoreSkip(stamp, reason, twin.Detail);
                Skip(new SkippedFile(stamp.Path, reason, twin.Detail));
                return true;
            }

            if (twin.Version == analyst.Version && catalogue.SongsOf(twin.Id) is { Count: > 0 } songs)
            {
                catalogue.Store(stamp, songs);
                Count(ref _copied);
                return true;
            }
        }

        return false;
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

        if (HasChanged(job.Stamp))
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

    private ScanReport ReportOf(int gone, IReadOnlyList<string> missing)
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
                Gone = gone,
                MissingRoots = missing,
                Took = timeProvider.GetElapsedTime(_began),
            };
        }
    }
}

namespace Sensorium.Library;

/// <summary>Compares what was found with what is known, without opening a file: what is unchanged, what has to be read, what may have been moved.</summary>
internal sealed class ScanPlan
{
    /// <summary>Files that have to be read.</summary>
    public List<ScanTask> Work { get; } = [];

    /// <summary>What is no song.</summary>
    public List<SkippedFile> Skipped { get; } = [];

    /// <summary>Known files that were not found as they were: they may be among <see cref="Work"/> under another name.</summary>
    public List<FileEntry> Strays { get; } = [];

    /// <summary>Files that were gone and are there again.</summary>
    public List<long> Returned { get; } = [];

    /// <summary>Songs of servers that were passed over because a folder has them too: whether that is still so is known once the folders are compared.</summary>
    public List<(ScanTask Task, FileEntry Entry)> Doubles { get; } = [];

    /// <summary>How many are as they were.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Makes the plan.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="known">What the catalogue knows.</param>
    /// <param name="isLost">Whether a known file that was not found counts as gone: not where its folder is not there as a whole.</param>
    /// <param name="version">The version of analysis that is wanted.</param>
    public static ScanPlan Make(IReadOnlyList<FoundFile> found, IReadOnlyList<FileEntry> known, Func<FileEntry, bool> isLost, int version)
    {
        var plan = new ScanPlan();
        var cues = new CueFinder(found);
        var entries = known.ToDictionary(entry => entry.Stamp.Path, StringComparer.Ordinal);
        foreach (FoundFile file in found)
        {
            entries.Remove(file.Path, out FileEntry? entry);
            if (file.Reason is { } reason)
            {
                plan.Skipped.Add(new SkippedFile(file.Path, reason, null));
            }
            else
            {
                plan.Compare(file, entry, cues.Of(file.Path), version);
            }
        }

        plan.Strays.AddRange(entries.Values.Where(isLost));
        return plan;
    }

    private void Compare(FoundFile file, FileEntry? entry, (string? Hash, IReadOnlyList<CueTrack> Tracks) cue, int version)
    {
        bool isSame = entry is not null && entry.Stamp.Size == file.Size && entry.Stamp.Modified == file.Modified && entry.Stamp.Cue == cue.Hash;
        if (isSame && entry!.IsGone)
        {
            Returned.Add(entry.Id);
        }

        if (isSame && entry!.Reason == SkipReason.InFolder)
        {
            Doubles.Add((new ScanTask(file, null, [], entry.Stamp.Fingerprint), entry));
        }
        else if (isSame && entry!.Reason is { } reason)
        {
            Skipped.Add(new SkippedFile(file.Path, reason, entry.Detail));
        }
        else if (isSame && entry!.Version == version)
        {
            Unchanged++;
        }
        else
        {
            Work.Add(new ScanTask(file, cue.Hash, cue.Tracks, isSame ? entry!.Stamp.Fingerprint : null));
            if (entry is not null && !isSame)
            {
                Strays.Add(entry);
            }
        }
    }
}

namespace Sensorium.Library;

/// <summary>What a scan found and did. <see cref="Found"/> = <see cref="Analysed"/> + <see cref="Copied"/> + <see cref="Unchanged"/> + <see cref="Moved"/> + <see cref="Left"/> + the skipped.</summary>
public sealed record ScanReport
{
    /// <summary>Everything in the folders but the folders themselves, folders that could not be entered, and the songs of servers.</summary>
    public int Found { get; init; }

    /// <summary>Files that were listened to.</summary>
    public int Analysed { get; init; }

    /// <summary>Files with the same content as one that is known; its analysis serves for both.</summary>
    public int Copied { get; init; }

    /// <summary>Files that are as they were.</summary>
    public int Unchanged { get; init; }

    /// <summary>Files that were renamed or moved, also between a folder and a server, or only touched; their analysis was kept.</summary>
    public int Moved { get; init; }

    /// <summary>Files that were not reached, because the scan was stopped; the next one goes on there.</summary>
    public int Left { get; init; }

    /// <summary>What is no song, each with its reason, in the order in which it was met.</summary>
    public IReadOnlyList<SkippedFile> Skipped { get; init; } = [];

    /// <summary>Files that were there before and are not any more; what is known of them stays until they are forgotten.</summary>
    public int Gone { get; init; }

    /// <summary>Folders of the library that are not there, a drive that is not connected say; their files are left as they are.</summary>
    public IReadOnlyList<string> MissingRoots { get; init; } = [];

    /// <summary>Music servers of the library that were not there or refused, with the reason; their songs are left as they are.</summary>
    public IReadOnlyList<MissingServer> MissingServers { get; init; } = [];

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>How many were skipped, by reason.</summary>
    /// <returns>The reasons that occurred, in the order of <see cref="SkipReason"/>.</returns>
    public IReadOnlyList<(SkipReason Reason, int Count)> SkippedByReason() =>
        [.. Skipped.GroupBy(file => file.Reason).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))];
}

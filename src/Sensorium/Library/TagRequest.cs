namespace Sensorium;

/// <summary>Which files of the library get tags, and how.</summary>
public sealed record TagRequest
{
    /// <summary>Files and folders, or words of which each names songs by artist, title or path; empty for the whole library.</summary>
    public IReadOnlyList<string> What { get; init; } = [];

    /// <summary>Whether to write; otherwise it is only said what would change. Default false.</summary>
    public bool Writes { get; init; }

    /// <summary>Whether to write over what others wrote. Default false: only what is empty, or was written here, changes.</summary>
    public bool Replaces { get; init; }

    /// <summary>Whether to take back what was written before. Default false.</summary>
    public bool Undoes { get; init; }
}

namespace Sensorium.Library;

/// <summary>A file of the catalogue.</summary>
public sealed record FileEntry
{
    /// <summary>Its number, over 0; stays when the file is moved or renamed.</summary>
    public required long Id { get; init; }

    /// <summary>How it was when it was last analysed or found to be unfit.</summary>
    public required FileStamp Stamp { get; init; }

    /// <summary>Version of the analysis of its songs; 0 where there is none.</summary>
    public int Version { get; init; }

    /// <summary>Why it holds no song that can be used; null where it does.</summary>
    public SkipReason? Reason { get; init; }

    /// <summary>What was wrong, in a sentence; null where the reason says it all.</summary>
    public LocalizedText? Detail { get; init; }

    /// <summary>Whether it was not there at the last scan of its folder. What is known of it stays until it is forgotten.</summary>
    public bool IsGone { get; init; }
}

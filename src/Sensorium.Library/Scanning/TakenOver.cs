namespace Sensorium.Library;

/// <summary>What came of looking for known content.</summary>
internal sealed record TakenOver
{
    /// <summary>Whether nobody has to listen.</summary>
    public bool IsDone { get; init; }

    /// <summary>Whether the song keeps all that it had at another place, or at another time.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Why the content is no song of its own; null where it is.</summary>
    public SkippedFile? Skipped { get; init; }

    /// <summary>Whose number it has now; null where it has one of its own.</summary>
    public FileEntry? Former { get; init; }
}

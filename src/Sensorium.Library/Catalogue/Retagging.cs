namespace Sensorium.Library;

/// <summary>A file that gets other tags.</summary>
public sealed record Retagging
{
    /// <summary>The file.</summary>
    public required long FileId { get; init; }

    /// <summary>How it is then: size, time and fingerprint count.</summary>
    public required FileStamp Stamp { get; init; }

    /// <summary>What its songs say then: mood, tempo and key count.</summary>
    public required SongTags Tags { get; init; }

    /// <summary>What changes; numbers are passed over. Default empty.</summary>
    public IReadOnlyList<TagChange> Noted { get; init; } = [];

    /// <summary>Numbers of changes that are undone by it. Default empty.</summary>
    public IReadOnlyList<long> Undone { get; init; } = [];
}

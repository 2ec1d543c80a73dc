namespace Sensorium.Library;

/// <summary>A tag that was written into a file, and what stood there before: what an undo needs.</summary>
public sealed record TagChange
{
    /// <summary>Its number, given by the catalogue; 0 before.</summary>
    public long Id { get; init; }

    /// <summary>The file.</summary>
    public required long FileId { get; init; }

    /// <summary>Name of the field as it was written, e.g. <c>TBPM</c>.</summary>
    public required string Field { get; init; }

    /// <summary>What stood there before, as a person reads it; null for nothing.</summary>
    public required string? Before { get; init; }

    /// <summary>What was written.</summary>
    public required string After { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The form of the tags, e.g. <c>ID3v2.4</c>.</summary>
    public required string Form { get; init; }

    /// <summary>What stood there before, byte for byte, in base 64; empty for nothing.</summary>
    public required string Raw { get; init; }

    /// <summary>Fingerprint of the file before.</summary>
    public required string Former { get; init; }

    /// <summary>Fingerprint of the file as it was written: one that differs was changed by somebody else since.</summary>
    public required string Written { get; init; }
}

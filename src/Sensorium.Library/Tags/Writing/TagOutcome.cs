namespace Sensorium.Library;

/// <summary>What became of the tags of a file.</summary>
public sealed record TagOutcome
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>What became of it.</summary>
    public required TagState State { get; init; }

    /// <summary>The form of its tags, e.g. <c>ID3v2.4</c>; null where it was not looked at.</summary>
    public string? Form { get; init; }

    /// <summary>The fields that change.</summary>
    public IReadOnlyList<TagDifference> Differences { get; init; } = [];

    /// <summary>Fields that say something else already and are kept; replacing must be asked for.</summary>
    public IReadOnlyList<TagDifference> Kept { get; init; } = [];

    /// <summary>Why it is left; null where it is not.</summary>
    public LocalizedText? Reason { get; init; }
}

namespace Sensorium;

/// <summary>What was felt in one input, why, and by which model.</summary>
public sealed record Percept
{
    /// <summary>The place on the shared plane.</summary>
    public required Affect Affect { get; init; }

    /// <summary>What was seen or heard, most telling first, in words and numbers.</summary>
    public required IReadOnlyList<LocalizedText> Evidence { get; init; }

    /// <summary>The kind of source: <c>scene</c>, later <c>face</c>, <c>voice</c>, <c>text</c>, <c>song</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The model and its version, e.g. <c>scene-colour@1</c>.</summary>
    public required string Model { get; init; }
}

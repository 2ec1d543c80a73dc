namespace Sensorium.Lab.Datasets;

/// <summary>A photograph of OASIS and how it was rated.</summary>
public sealed record RatedPhotograph
{
    /// <summary>The file's name.</summary>
    public required string Name { get; init; }

    /// <summary>The file's path.</summary>
    public required string Path { get; init; }

    /// <summary>What it shows; photographs of one theme are alike, so that folds keep a theme together.</summary>
    public required string Theme { get; init; }

    /// <summary><c>Animal</c>, <c>Object</c>, <c>Person</c> or <c>Scenery</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Mean valence rating, 1..7.</summary>
    public required double ValenceMean { get; init; }

    /// <summary>Standard deviation of the valence ratings.</summary>
    public required double ValenceSd { get; init; }

    /// <summary>Mean arousal rating, 1..7.</summary>
    public required double ArousalMean { get; init; }

    /// <summary>Standard deviation of the arousal ratings.</summary>
    public required double ArousalSd { get; init; }

    /// <summary>Mean valence on the shared plane: 1..7 becomes -1..1.</summary>
    public double Valence => (ValenceMean - 4) / 3;

    /// <summary>Mean arousal on the shared plane: 1..7 becomes -1..1.</summary>
    public double Arousal => (ArousalMean - 4) / 3;
}

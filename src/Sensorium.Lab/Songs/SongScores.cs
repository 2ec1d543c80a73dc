using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Songs;

/// <summary>How often one method found the quadrant, and the half of each axis. What a method does not say is <see cref="double.NaN"/>.</summary>
public sealed record SongScores
{
    /// <summary>Name for programs: the set and the method.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>How many clips.</summary>
    public required int Clips { get; init; }

    /// <summary>Share of right quadrants, 0..1.</summary>
    public required SongShare Quadrant { get; init; }

    /// <summary>Share of clips on the right side of arousal, 0..1.</summary>
    public required SongShare Arousal { get; init; }

    /// <summary>Share of clips on the right side of valence, 0..1.</summary>
    public required SongShare Valence { get; init; }

    /// <summary>How far the stated probability of a side of arousal is from the share that is right (15 bins).</summary>
    public double ArousalError { get; init; } = double.NaN;

    /// <summary>The same of valence.</summary>
    public double ValenceError { get; init; } = double.NaN;

    /// <summary>True quadrants and named ones, in the order glad, tense, sad, calm; null where the method names none.</summary>
    public ConfusionMatrix? Confusion { get; init; }
}

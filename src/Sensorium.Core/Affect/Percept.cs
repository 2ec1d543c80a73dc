namespace Sensorium;

/// <summary>What was felt in one input, why, and by which model.</summary>
public sealed record Percept
{
    /// <summary>A spread over this, on either axis, makes a percept unsure.</summary>
    public const double UnsureSd = 0.5;

    /// <summary>A percept in which no emotion has a larger share than this is unsure.</summary>
    public const double UnsureShare = 0.35;

    /// <summary>The place on the shared plane.</summary>
    public required Affect Affect { get; init; }

    /// <summary>How likely each of the eight emotions is.</summary>
    public required EmotionScores Emotions { get; init; }

    /// <summary>What was seen or heard, most telling first, in words and numbers.</summary>
    public required IReadOnlyList<LocalizedText> Evidence { get; init; }

    /// <summary>The kind of source: <c>scene</c>, later <c>face</c>, <c>voice</c>, <c>text</c>, <c>song</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The model and its version, e.g. <c>scene@2</c>.</summary>
    public required string Model { get; init; }

    /// <summary>What the percept was put together from; empty where it comes from one source.</summary>
    public IReadOnlyList<PerceptPart> Parts { get; init; } = [];

    /// <summary>Whether the feeling is too uncertain to build on: a spread over .5 on either axis, or no emotion with more than .35.</summary>
    public bool IsUnsure => Affect.Valence.Sd > UnsureSd || Affect.Arousal.Sd > UnsureSd || Emotions[Emotions.Core] <= UnsureShare;
}

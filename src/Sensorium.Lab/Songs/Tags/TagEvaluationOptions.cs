namespace Sensorium.Lab.Songs;

/// <summary>What the evaluation of tags uses besides the tracks.</summary>
public sealed record TagEvaluationOptions
{
    /// <summary>A table of what a listener would say; null for <c>docs/models/song-tags.expected.csv</c> as the program was built with it. Default null.</summary>
    public string? Expected { get; init; }

    /// <summary>Speed is measured too. Default true.</summary>
    public bool Timing { get; init; } = true;
}

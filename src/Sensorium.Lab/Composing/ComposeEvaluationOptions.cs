namespace Sensorium.Lab.Composing;

/// <summary>How composing is measured.</summary>
public sealed record ComposeEvaluationOptions
{
    /// <summary>Pieces that hold one feeling, 9 and more. Default 400.</summary>
    public int Pieces { get; init; } = 400;

    /// <summary>Length of each. Default 60 s.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Pieces that go from one feeling to another, 1 and more. Default 50.</summary>
    public int Arcs { get; init; } = 50;

    /// <summary>Length of each. Default 4 min.</summary>
    public TimeSpan ArcLength { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>Candidates of which the ranker takes one. Default 2.</summary>
    public int Candidates { get; init; } = 2;

    /// <summary>Seed of targets and pieces. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}

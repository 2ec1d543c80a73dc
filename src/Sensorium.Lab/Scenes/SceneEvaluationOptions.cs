namespace Sensorium.Lab.Scenes;

/// <summary>How scenes are evaluated.</summary>
public sealed record SceneEvaluationOptions
{
    /// <summary>How many divisions into five folds are averaged, at least 1; default 5.</summary>
    public int Divisions { get; init; } = 5;

    /// <summary>Seed of the divisions, of the trees and of the bootstrap; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many times themes are drawn again for the intervals, at least 1; default 1000.</summary>
    public int Resamples { get; init; } = 1000;
}

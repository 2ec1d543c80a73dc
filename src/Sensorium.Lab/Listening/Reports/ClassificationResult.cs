namespace Sensorium.Lab.Listening;

/// <summary>How well the listener told a list of colours apart.</summary>
public sealed record ClassificationResult
{
    /// <summary>Id of the sound set that played.</summary>
    public required string SoundSet { get; init; }

    /// <summary>The colours.</summary>
    public required IReadOnlyList<LocalizedText> Classes { get; init; }

    /// <summary>Pictures that the listener learned from.</summary>
    public required int TrainingScenes { get; init; }

    /// <summary>Pictures that it was tested with.</summary>
    public required int TestScenes { get; init; }

    /// <summary>Sounds that it learned from.</summary>
    public required int TrainingSounds { get; init; }

    /// <summary>Sounds that it was tested with.</summary>
    public required int TestSounds { get; init; }

    /// <summary>Share of test sounds whose colour it named, 0..1.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Bounds of a 95 % bootstrap interval of the accuracy; whole pictures are drawn again, since the sounds of one picture are not independent.</summary>
    public required (double Lowest, double Highest) Interval { get; init; }

    /// <summary>Accuracy of the same classifier given nothing but the level.</summary>
    public required double LevelOnlyAccuracy { get; init; }

    /// <summary>Test sounds by true class and named class: <c>[classes x classes]</c>.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    /// <summary>Accuracy of guessing.</summary>
    public double Chance => 1.0 / Classes.Count;
}

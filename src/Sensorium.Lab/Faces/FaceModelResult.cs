using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Faces;

/// <summary>What was measured of one model.</summary>
public sealed record FaceModelResult
{
    /// <summary>Name and version of the model.</summary>
    public required string Model { get; init; }

    /// <summary>The figures of the stated crop, one for each of <see cref="FaceEvaluationResult.Protocols"/>.</summary>
    public required IReadOnlyList<FaceScores> Scores { get; init; }

    /// <summary>The figures of the stated protocol, one for each of <see cref="FaceEvaluationResult.Crops"/>.</summary>
    public required IReadOnlyList<FaceScores> CropScores { get; init; }

    /// <summary>Stated protocol and crop, by size in pixels: the tiles were reduced to it and enlarged again.</summary>
    public required IReadOnlyList<FaceSizeResult> Sizes { get; init; }

    /// <summary>Counts by true and named emotion in the order of <see cref="Emotion"/>; stated protocol and crop.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>15 bins of equal width of the top probability; stated protocol and crop.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>How long a face takes; null where it was not measured.</summary>
    public FaceTimes? Times { get; init; }
}

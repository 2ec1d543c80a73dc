using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Detection;

/// <summary>How well one detector finds the faces of one set. Intervals are 95 % percentile bootstraps over pictures.</summary>
public sealed record DetectionScores
{
    /// <summary>Name and version of the detector.</summary>
    public required string Model { get; init; }

    /// <summary>The least confidence at which it is used.</summary>
    public required double Threshold { get; init; }

    /// <summary>Findings at or over it that count.</summary>
    public required int Found { get; init; }

    /// <summary>Share of the faces that was found at the threshold.</summary>
    public required ConfidenceInterval Recall { get; init; }

    /// <summary>Share of the findings at the threshold that were faces.</summary>
    public required ConfidenceInterval Precision { get; init; }

    /// <summary>Area under the curve of precision against recall, over all thresholds the detector tells of.</summary>
    public required ConfidenceInterval AveragePrecision { get; init; }

    /// <summary>The highest recall over all thresholds at which the precision is <see cref="DetectionEvaluation.GoodPrecision"/> or more; 0 where it never is.</summary>
    public required ConfidenceInterval GoodRecall { get; init; }

    /// <summary>The curve, at most a point for each hundredth of recall.</summary>
    public required IReadOnlyList<PrecisionRecallPoint> Curve { get; init; }

    /// <summary>By size of the face; empty where sizes are not told apart.</summary>
    public required IReadOnlyList<DetectionSizeScores> Sizes { get; init; }
}

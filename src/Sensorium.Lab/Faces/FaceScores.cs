using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Faces;

/// <summary>How well one model read one choice of faces. All intervals are 95 % percentile bootstraps over faces.</summary>
public sealed record FaceScores
{
    /// <summary>Faces that were asked for.</summary>
    public required int Items { get; init; }

    /// <summary>Share of faces whose emotion was named.</summary>
    public required ConfidenceInterval Accuracy { get; init; }

    /// <summary>Mean recall of the emotions, each weighing the same.</summary>
    public required ConfidenceInterval UnweightedAverageRecall { get; init; }

    /// <summary>Mean F1 of the emotions, each weighing the same.</summary>
    public required ConfidenceInterval MacroF1 { get; init; }

    /// <summary>Cross-entropy in nats against the shares of the votes, or against the label where there is only one.</summary>
    public required ConfidenceInterval Loss { get; init; }

    /// <summary>
    /// Expected calibration error over 15 bins of equal width. Drawing again adds noise to every bin, so that the interval of an error near
    /// 0 lies above it.
    /// </summary>
    public required ConfidenceInterval CalibrationError { get; init; }

    /// <summary>The same over 15 bins of equal count.</summary>
    public required ConfidenceInterval AdaptiveCalibrationError { get; init; }

    /// <summary>Brier score against the emotion that counts as right: 0 to 2.</summary>
    public required ConfidenceInterval Brier { get; init; }
}

using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Scenes;

/// <summary>How well one method states one axis for photographs of themes that it has not seen.</summary>
public sealed record SceneAxisResult
{
    /// <summary>Pearson's r within a fold, mean over all folds of all divisions.</summary>
    public required double FoldCorrelation { get; init; }

    /// <summary>Standard deviation of that mean from division to division; NaN with one division.</summary>
    public required double FoldCorrelationSd { get; init; }

    /// <summary>Pearson's r over all photographs, each stated while held out, mean over the divisions; the interval draws themes again.</summary>
    public required ConfidenceInterval Correlation { get; init; }

    /// <summary>Root of the mean squared error, on the scale -1..1.</summary>
    public required double Error { get; init; }

    /// <summary>Share of ratings within the stated 80 % interval; NaN where the method states none.</summary>
    public required double Coverage { get; init; }
}

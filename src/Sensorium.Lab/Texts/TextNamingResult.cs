using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Texts;

/// <summary>How well the emotion of texts with a single one is named.</summary>
public sealed record TextNamingResult
{
    /// <summary>Texts whose labels fall into one of the eight.</summary>
    public required int Items { get; init; }

    /// <summary>Share of texts whose emotion is named.</summary>
    public required ConfidenceInterval Accuracy { get; init; }

    /// <summary>Mean F1 of the eight.</summary>
    public required ConfidenceInterval MacroF1 { get; init; }

    /// <summary>Accuracy of always naming the commonest.</summary>
    public required double ConstantAccuracy { get; init; }

    /// <summary>Macro-F1 of always naming the commonest.</summary>
    public required double ConstantMacroF1 { get; init; }

    /// <summary>What is taken for what.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>Bins of the top share.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>Expected calibration error over 15 bins of equal width.</summary>
    public required double CalibrationError { get; init; }
}

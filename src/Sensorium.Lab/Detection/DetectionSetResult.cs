namespace Sensorium.Lab.Detection;

/// <summary>What was measured on one set.</summary>
public sealed record DetectionSetResult
{
    /// <summary>The set.</summary>
    public required DetectionSetKind Kind { get; init; }

    /// <summary>Its pictures.</summary>
    public required int Pictures { get; init; }

    /// <summary>Faces to be found.</summary>
    public required int Faces { get; init; }

    /// <summary>Boxes that need not be found and are no mistake.</summary>
    public required int Ignored { get; init; }

    /// <summary>Whether the judge said where the faces are.</summary>
    public required bool IsJudged { get; init; }

    /// <summary>The detectors, in the order asked for.</summary>
    public required IReadOnlyList<DetectionScores> Detectors { get; init; }
}

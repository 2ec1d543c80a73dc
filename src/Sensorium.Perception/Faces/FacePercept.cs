namespace Sensorium.Perception;

/// <summary>One face and what it expresses.</summary>
/// <param name="Face">Where it is.</param>
/// <param name="Percept">What it expresses; its source is <c>face</c>.</param>
public sealed record FacePercept(DetectedFace Face, Percept Percept)
{
    /// <summary>Estimated age and gender; null unless they were asked for.</summary>
    public FaceAttributes? Attributes { get; init; }
}

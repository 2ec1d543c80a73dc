namespace Sensorium.Perception;

/// <summary>A face that a detector found. It says where a face is, never whose.</summary>
public sealed record DetectedFace
{
    /// <summary>The box around the face, in pixels of the picture.</summary>
    public required FaceBox Box { get; init; }

    /// <summary>How sure the detector is, in [0, 1]; detectors differ in what they mean by it.</summary>
    public required double Confidence { get; init; }

    /// <summary>Eyes, nose and mouth; null where the detector does not find them.</summary>
    public FaceLandmarks? Landmarks { get; init; }
}

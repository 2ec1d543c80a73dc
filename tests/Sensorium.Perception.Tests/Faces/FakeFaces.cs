namespace Sensorium.Perception.Tests;

/// <summary>A detector that finds what it is told to.</summary>
internal sealed class FakeFaces(params DetectedFace[] faces) : IFaceDetector
{
    public string Model => "fake-faces@1";

    public IReadOnlyList<DetectedFace> Detect(Picture picture, CancellationToken cancellationToken = default) => faces;
}

using Sensorium.Perception;

namespace Sensorium;

/// <summary>A face detector that is opened when a picture is searched for the first time: nothing is searched where the whole picture is one face.</summary>
/// <param name="detector">Opens the detector.</param>
internal sealed class LazyFaceDetector(Lazy<OnnxFaceDetector> detector) : IFaceDetector
{
    /// <inheritdoc/>
    public string Model => detector.Value.Model;

    /// <inheritdoc/>
    public IReadOnlyList<DetectedFace> Detect(Picture picture, CancellationToken cancellationToken = default) => detector.Value.Detect(picture, cancellationToken);
}

using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>UltraFace: <c>scores</c> as shares; <c>boxes</c> against prior boxes, or as corners where the parameter <c>boxes</c> is <c>corners</c>.</summary>
/// <param name="corners">Whether the boxes are corners in 0..1.</param>
internal sealed class UltraFaceOutputs(bool corners) : IFaceOutputs
{
    /// <inheritdoc/>
    public FaceDetectorDefaults Defaults { get; } = new(320, 0.7, 0.3, "rgb", 127, 128);

    /// <inheritdoc/>
    public void Read(IReadOnlyDictionary<string, Tensor> outputs, int width, int height, double minScore, List<DetectedFace> found)
    {
        if (corners)
        {
            ReadOnlySpan<float> shares = FaceOutputValues.Of(outputs, "scores");
            UltraFaceBoxes.ReadCorners(shares, FaceOutputValues.Of(outputs, "boxes", shares.Length * 2), width, height, minScore, found);
            return;
        }

        FaceBox[] priors = UltraFaceBoxes.Priors(width, height);
        ReadOnlySpan<float> scores = FaceOutputValues.Of(outputs, "scores", priors.Length * 2);
        UltraFaceBoxes.ReadOffsets(scores, FaceOutputValues.Of(outputs, "boxes", priors.Length * 4), priors, minScore, found);
    }
}

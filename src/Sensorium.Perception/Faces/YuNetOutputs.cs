using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>YuNet as libfacedetection.train exports it: <c>cls</c>, <c>obj</c>, <c>bbox</c> and <c>kps</c> for each of three strides.</summary>
internal sealed class YuNetOutputs : IFaceOutputs
{
    /// <inheritdoc/>
    public FaceDetectorDefaults Defaults { get; } = new(640, 0.6, 0.3, "bgr", 0, 1);

    /// <inheritdoc/>
    public void Read(IReadOnlyDictionary<string, Tensor> outputs, int width, int height, double minScore, List<DetectedFace> found)
    {
        foreach (int stride in YuNetGrid.Strides)
        {
            int columns = width / stride;
            int cells = columns * (height / stride);
            YuNetGrid.Read(
                FaceOutputValues.Of(outputs, $"cls_{stride}", cells),
                FaceOutputValues.Of(outputs, $"obj_{stride}", cells),
                FaceOutputValues.Of(outputs, $"bbox_{stride}", cells * 4),
                FaceOutputValues.Of(outputs, $"kps_{stride}", cells * 10),
                stride,
                columns,
                minScore,
                found);
        }
    }
}

using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>Our own detector (docs/models/face-detector.md): boxes, scores and landmarks come decoded, in input pixels.</summary>
internal sealed class SensoriumOutputs : IFaceOutputs
{
    /// <inheritdoc/>
    public FaceDetectorDefaults Defaults { get; } = new(640, 0.5, 0.4, "rgb", 0, 1);

    /// <inheritdoc/>
    public void Read(IReadOnlyDictionary<string, Tensor> outputs, int width, int height, double minScore, List<DetectedFace> found)
    {
        ReadOnlySpan<float> scores = FaceOutputValues.Of(outputs, "scores");
        ReadOnlySpan<float> boxes = FaceOutputValues.Of(outputs, "boxes", scores.Length * 4);
        ReadOnlySpan<float> landmarks = outputs.ContainsKey("landmarks") ? FaceOutputValues.Of(outputs, "landmarks", scores.Length * 10) : default;
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= minScore)
            {
                ReadOnlySpan<float> box = boxes.Slice(i * 4, 4);
                found.Add(new DetectedFace
                {
                    Box = new(box[0], box[1], box[2], box[3]),
                    Confidence = Math.Min(scores[i], 1),
                    Landmarks = landmarks.IsEmpty ? null : Points(landmarks.Slice(i * 10, 10)),
                });
            }
        }
    }

    private static FaceLandmarks Points(ReadOnlySpan<float> p) =>
        new(new(p[0], p[1]), new(p[2], p[3]), new(p[4], p[5]), new(p[6], p[7]), new(p[8], p[9]));
}

using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>Turns the outputs of one kind of detector network into faces.</summary>
internal interface IFaceOutputs
{
    /// <summary>What is used where the model's manifest is silent.</summary>
    FaceDetectorDefaults Defaults { get; }

    /// <summary>Reads the outputs of one run.</summary>
    /// <param name="outputs">The network's outputs by name.</param>
    /// <param name="width">The input's width in pixels.</param>
    /// <param name="height">The input's height in pixels.</param>
    /// <param name="minScore">The least confidence.</param>
    /// <param name="found">Receives the candidates, in input pixels.</param>
    /// <exception cref="KeyNotFoundException">An output is missing.</exception>
    void Read(IReadOnlyDictionary<string, Tensor> outputs, int width, int height, double minScore, List<DetectedFace> found);
}

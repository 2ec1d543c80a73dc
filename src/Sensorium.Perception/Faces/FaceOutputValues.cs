using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>Takes outputs of a network by name and refuses those that are not what the reader expects.</summary>
internal static class FaceOutputValues
{
    /// <summary>The numbers of one output.</summary>
    /// <param name="outputs">The network's outputs.</param>
    /// <param name="name">The output's name.</param>
    /// <param name="count">How many numbers it must have; -1 for any.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="MalformedInputException">The output is missing, of another type, or of another length.</exception>
    public static ReadOnlySpan<float> Of(IReadOnlyDictionary<string, Tensor> outputs, string name, int count = -1)
    {
        if (!outputs.TryGetValue(name, out Tensor? tensor))
        {
            string list = string.Join(", ", outputs.Keys);
            throw new MalformedInputException(new LocalizedText(
                $"The face model has no output \"{name}\"; it has {list}. Check \"decoder\" in its model.json.",
                $"얼굴 모델에 \"{name}\" 출력이 없습니다. 있는 출력: {list}. model.json의 \"decoder\"를 확인하십시오."));
        }

        if (tensor.Type != TensorType.Float32 || (count >= 0 && tensor.Length != count))
        {
            throw new MalformedInputException(new LocalizedText(
                $"The face model's output \"{name}\" has {tensor.Length} numbers of type {tensor.Type}; {(count >= 0 ? count : "some")} of type Float32 are needed. Check \"decoder\" in its model.json.",
                $"얼굴 모델의 \"{name}\" 출력은 {tensor.Type} {tensor.Length}개입니다. Float32{(count >= 0 ? $" {count}개" : string.Empty)}여야 합니다. model.json의 \"decoder\"를 확인하십시오."));
        }

        return tensor.Values<float>();
    }
}

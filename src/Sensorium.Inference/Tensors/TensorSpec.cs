using System.Runtime.InteropServices;

namespace Sensorium.Inference;

/// <summary>What a model takes or gives under one name.</summary>
/// <param name="Name">The name in the model.</param>
/// <param name="Type">What the elements are.</param>
/// <param name="Shape">The size of each dimension, the slowest first; -1 where any size is possible; empty for a scalar, or where the model states no shape.</param>
public sealed record TensorSpec(string Name, TensorType Type, IReadOnlyList<long> Shape)
{
    /// <summary>Name, type and shape, e.g. <c>pixels: float32 [?, 1, 48, 48]</c>.</summary>
    /// <returns>The text, the same in every language.</returns>
    public override string ToString() => $"{Name}: {Type.Name()} {Tensor.Describe(CollectionsMarshal.AsSpan([.. Shape]))}";
}

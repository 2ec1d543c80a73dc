namespace Sensorium.Inference;

/// <summary>Compares tensors with what a model states, before the runtime does in words of its own.</summary>
internal static class TensorCheck
{
    /// <summary>Checks what goes in.</summary>
    /// <param name="model">What errors call the model.</param>
    /// <param name="specs">What the model takes.</param>
    /// <param name="tensors">What came; null for a missing one.</param>
    /// <exception cref="UnsupportedInputException">Something is missing or does not fit.</exception>
    public static void Inputs(string model, ReadOnlySpan<TensorSpec> specs, ReadOnlySpan<Tensor?> tensors)
    {
        if (tensors.Length != specs.Length)
        {
            throw TensorErrors.WrongCount(model, specs, tensors.Length);
        }

        for (int i = 0; i < specs.Length; i++)
        {
            Tensor tensor = tensors[i] ?? throw TensorErrors.MissingName(model, specs[i]);
            if (!Fits(specs[i], tensor))
            {
                throw TensorErrors.Unfit(model, specs[i], tensor);
            }
        }
    }

    /// <summary>Checks what the model is to write to.</summary>
    /// <param name="model">What errors call the model.</param>
    /// <param name="specs">What the model gives.</param>
    /// <param name="tensors">Where to; null where the model makes the tensor.</param>
    /// <exception cref="UnsupportedInputException">Something does not fit.</exception>
    public static void Outputs(string model, ReadOnlySpan<TensorSpec> specs, ReadOnlySpan<Tensor?> tensors)
    {
        for (int i = 0; i < specs.Length; i++)
        {
            if (tensors[i] is { } tensor && !Fits(specs[i], tensor))
            {
                throw TensorErrors.UnfitOutput(model, specs[i], tensor);
            }
        }
    }

    // A model that states no shape looks like one that takes a scalar; the runtime too lets any shape pass there.
    private static bool Fits(TensorSpec spec, Tensor tensor)
    {
        if (tensor.Type != spec.Type)
        {
            return false;
        }

        if (spec.Shape.Count == 0)
        {
            return true;
        }

        ReadOnlySpan<long> shape = tensor.Shape;
        if (shape.Length != spec.Shape.Count)
        {
            return false;
        }

        for (int d = 0; d < shape.Length; d++)
        {
            if (spec.Shape[d] >= 0 && spec.Shape[d] != shape[d])
            {
                return false;
            }
        }

        return true;
    }
}

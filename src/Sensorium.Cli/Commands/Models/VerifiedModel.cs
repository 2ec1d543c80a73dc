using Sensorium.Inference;

namespace Sensorium.Cli;

/// <summary>A model, its files compared with their checksums and, where they are right, opened.</summary>
/// <param name="Model">The model.</param>
/// <param name="Files">How each file compares.</param>
/// <param name="Tensors">What opening brought; empty where a file is not as stated.</param>
internal sealed record VerifiedModel(ModelFolder Model, IReadOnlyList<ModelFileCheck> Files, IReadOnlyList<ModelTensors> Tensors)
{
    /// <summary>Whether every file is as stated and every ONNX file opens.</summary>
    public bool IsSound => Files.All(check => check.State == ModelFileState.Sound) && Tensors.All(tensors => tensors.Trouble is null);

    /// <summary>Verifies a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The result.</returns>
    public static VerifiedModel Of(ModelFolder model, CancellationToken cancellationToken)
    {
        IReadOnlyList<ModelFileCheck> files = model.Verify(cancellationToken);

        // Files that are not what their maker published are better not opened.
        return new(model, files, files.All(check => check.State == ModelFileState.Sound) ? ModelTensors.Of(model, cancellationToken) : []);
    }
}

using Sensorium.Inference;

namespace Sensorium.Cli;

/// <summary>What one ONNX file of a model takes and gives, or why it cannot be opened.</summary>
/// <param name="File">The file as the manifest spells it.</param>
/// <param name="Inputs">What it takes; empty where it cannot be opened.</param>
/// <param name="Outputs">What it gives; empty where it cannot be opened.</param>
/// <param name="Trouble">Why it cannot be opened; null where it can.</param>
internal sealed record ModelTensors(string File, IReadOnlyList<TensorSpec> Inputs, IReadOnlyList<TensorSpec> Outputs, SensoriumException? Trouble)
{
    /// <summary>Opens a model's ONNX files.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Stops before the next file.</param>
    /// <returns>A result for each ONNX file.</returns>
    public static IReadOnlyList<ModelTensors> Of(ModelFolder model, CancellationToken cancellationToken)
    {
        List<ModelTensors> results = [];
        foreach (string file in model.Manifest.Files.Select(file => file.Path).Where(path => path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                using InferenceSession session = InferenceSession.Open(model.FilePath(file));
                results.Add(new ModelTensors(file, session.Inputs, session.Outputs, null));
            }
            catch (SensoriumException error)
            {
                results.Add(new ModelTensors(file, [], [], error));
            }
        }

        return results;
    }
}

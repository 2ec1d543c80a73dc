using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>What every reader of a model folder checks first.</summary>
internal static class ModelTasks
{
    /// <summary>Refuses a model for another task.</summary>
    /// <param name="manifest">The model.</param>
    /// <param name="task">The task wanted.</param>
    /// <exception cref="UnsupportedInputException">The model is for another task.</exception>
    public static void Require(ModelManifest manifest, string task)
    {
        if (manifest.Task != task)
        {
            throw new UnsupportedInputException(new LocalizedText(
                $"The model {manifest.Name} is for {manifest.Task}, not for {task}; 'sensorium models' lists what there is.",
                $"{manifest.Name} 모델은 {task}용이 아니라 {manifest.Task}용입니다. 있는 모델은 'sensorium models'로 볼 수 있습니다."));
        }
    }

    /// <summary>The path of a model's network.</summary>
    /// <param name="model">The folder.</param>
    /// <returns>Its first <c>.onnx</c> file.</returns>
    /// <exception cref="MalformedInputException">The manifest lists none.</exception>
    public static string Network(ModelFolder model)
    {
        string? path = model.Manifest.Files.Select(file => file.Path).FirstOrDefault(path => path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase));
        return path is not null ? model.FilePath(path) : throw new MalformedInputException(new LocalizedText(
            $"The model.json of {model.Manifest.Name} lists no .onnx file; add the network to \"files\".",
            $"{model.Manifest.Name} 모델의 model.json에 .onnx 파일이 없습니다. \"files\"에 모델 파일을 추가하십시오."));
    }
}

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
    public static string Network(ModelFolder model) => File(model, ".onnx");

    /// <summary>The path of a model's file of one kind.</summary>
    /// <param name="model">The folder.</param>
    /// <param name="ending">The kind, e.g. <c>.onnx</c>.</param>
    /// <returns>Its first file of that kind.</returns>
    /// <exception cref="MalformedInputException">The manifest lists none.</exception>
    public static string File(ModelFolder model, string ending)
    {
        string? path = model.Manifest.Files.Select(file => file.Path).FirstOrDefault(path => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return path is not null ? model.FilePath(path) : throw new MalformedInputException(new LocalizedText(
            $"The model.json of {model.Manifest.Name} lists no {ending} file; add the model's file to \"files\".",
            $"{model.Manifest.Name} 모델의 model.json에 {ending} 파일이 없습니다. \"files\"에 모델 파일을 추가하십시오."));
    }

    /// <summary>Refuses a network that takes or gives nothing.</summary>
    /// <param name="session">The network.</param>
    /// <param name="manifest">The model.</param>
    /// <exception cref="UnsupportedInputException">It has no input, or no output.</exception>
    public static void RequireEnds(InferenceSession session, ModelManifest manifest)
    {
        if (session.Inputs.Count == 0 || session.Outputs.Count == 0)
        {
            throw new UnsupportedInputException(new LocalizedText(
                $"The network of {manifest.Name} has {session.Inputs.Count} inputs and {session.Outputs.Count} outputs; a model of the task \"{manifest.Task}\" takes pictures and gives numbers. Get its files again, or use another model.",
                $"{manifest.Name} 모델의 입력은 {session.Inputs.Count}개, 출력은 {session.Outputs.Count}개입니다. \"{manifest.Task}\" 모델은 사진을 받아 수를 내야 합니다. 모델 파일을 다시 구하거나 다른 모델을 쓰십시오."));
        }
    }

    /// <summary>What is thrown where a network gives something that is no number.</summary>
    /// <param name="manifest">The model.</param>
    /// <returns>The error.</returns>
    public static MalformedInputException NotFinite(ModelManifest manifest) => new(new LocalizedText(
        $"The model {manifest.Name} gave numbers that are not finite; get its files again ('sensorium models verify'), or use another model.",
        $"{manifest.Name} 모델이 유한하지 않은 수를 냈습니다. 모델 파일을 다시 구하거나('sensorium models verify') 다른 모델을 쓰십시오."));
}

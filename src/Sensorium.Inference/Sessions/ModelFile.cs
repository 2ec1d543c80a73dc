namespace Sensorium.Inference;

/// <summary>What to say about a model's file that cannot be loaded.</summary>
internal static class ModelFile
{
    /// <summary>Makes sure that there is a file to load.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="MalformedInputException">There is none, or it is empty or a folder.</exception>
    public static void Require(string path)
    {
        if (Directory.Exists(path))
        {
            throw new MalformedInputException(new LocalizedText(
                $"'{path}' is a folder; give an ONNX file inside it.",
                $"'{path}' 자리에 있는 것은 폴더입니다. 그 안의 ONNX 파일을 지정하십시오."));
        }

        FileInfo file = new(path);
        if (!file.Exists)
        {
            throw new MalformedInputException(new LocalizedText(
                $"There is no model file '{path}'; check the path.",
                $"'{path}' 모델 파일이 없습니다. 경로를 확인하십시오."));
        }

        RequireContent(file.Length, file.Name);
    }

    /// <summary>Makes sure that a model is not empty.</summary>
    /// <param name="bytes">Its size.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="MalformedInputException">It is empty.</exception>
    public static void RequireContent(long bytes, string name)
    {
        if (bytes == 0)
        {
            throw new MalformedInputException(new LocalizedText(
                $"The model {name} is empty; get the file again.",
                $"{name} 모델 파일이 비어 있습니다. 파일을 다시 구하십시오."));
        }
    }

    /// <summary>The runtime would not load the model.</summary>
    /// <param name="name">What errors call it.</param>
    /// <param name="version">The runtime's version.</param>
    /// <param name="error">What the runtime said.</param>
    /// <returns>The error to throw.</returns>
    public static SensoriumException Refused(string name, string version, OrtException error)
    {
        string message = RuntimeMessage.OneLine(error.Message);
        return error.Code == OrtErrorCode.NotImplemented
            ? new UnsupportedInputException(
                new LocalizedText(
                    $"The model {name} needs something that ONNX Runtime {version} does not have ({message}). Use a newer ONNX Runtime or another model.",
                    $"{name} 모델에 필요한 기능이 ONNX Runtime {version}에는 없습니다({message}). 더 새로운 ONNX Runtime이나 다른 모델을 쓰십시오."),
                error)
            : new MalformedInputException(
                new LocalizedText(
                    $"{name} cannot be loaded as an ONNX model (ONNX Runtime {version}: {message}). Get the file again, or use another model.",
                    $"{name} 파일을 ONNX 모델로 불러올 수 없습니다(ONNX Runtime {version}: {message}). 파일을 다시 구하거나 다른 모델을 쓰십시오."),
                error);
    }
}

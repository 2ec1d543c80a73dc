namespace Sensorium.Inference;

/// <summary>What to say when tensors and a model do not go together.</summary>
internal static class TensorErrors
{
    public static UnsupportedInputException UnknownName(string model, string name, ReadOnlySpan<TensorSpec> specs)
    {
        string list = List(specs);
        return new(new LocalizedText(
            $"The model {model} has no input \"{name}\"; it takes {list}.",
            $"{model} 모델에는 \"{name}\" 입력이 없습니다. 받는 입력: {list}."));
    }

    public static UnsupportedInputException MissingName(string model, TensorSpec spec) => new(new LocalizedText(
        $"The model {model} also needs the input {spec}.",
        $"{model} 모델에는 다음 입력도 필요합니다: {spec}."));

    public static UnsupportedInputException WrongCount(string model, ReadOnlySpan<TensorSpec> specs, int came)
    {
        string list = List(specs);
        return new(new LocalizedText(
            $"The model {model} takes {specs.Length} inputs, but {came} came; it takes {list}.",
            $"{model} 모델은 입력 {specs.Length}개를 받지만 {came}개를 받았습니다. 받는 입력: {list}."));
    }

    public static UnsupportedInputException Unfit(string model, TensorSpec spec, Tensor tensor) => new(new LocalizedText(
        $"The model {model} takes {spec}, but {tensor} came.",
        $"{model} 모델이 받는 입력은 {spec}인데 {tensor} 값을 받았습니다."));

    public static UnsupportedInputException UnfitOutput(string model, TensorSpec spec, Tensor tensor) => new(new LocalizedText(
        $"The model {model} gives {spec}, which does not fit into {tensor}.",
        $"{model} 모델이 내는 출력은 {spec}이므로 {tensor} 자리에 쓸 수 없습니다."));

    public static UnsupportedInputException UnsupportedType(string model, string name, int code)
    {
        string english = code == 0 ? "not a tensor" : $"of type {ElementTypes.NameOfOnnxCode(code)}";
        string korean = code == 0 ? "텐서가 아닙니다" : $"{ElementTypes.NameOfOnnxCode(code)} 형식입니다";
        return new(new LocalizedText(
            $"\"{name}\" of the model {model} is {english}; tensors of float32, float16, int64, int32, uint8 and bool are supported. Export the model with one of these.",
            $"{model} 모델의 \"{name}\" 항목은 {korean}. float32, float16, int64, int32, uint8, bool 텐서를 지원합니다. 이 가운데 하나로 모델을 다시 내보내십시오."));
    }

    public static SensoriumException Failed(string model, string version, OrtException error)
    {
        string message = RuntimeMessage.OneLine(error.Message);
        LocalizedText text = new(
            $"The model {model} failed while running (ONNX Runtime {version}: {message}). Check that the input fits the model, or use another model.",
            $"{model} 모델을 실행하지 못했습니다(ONNX Runtime {version}: {message}). 입력이 모델에 맞는지 확인하거나 다른 모델을 쓰십시오.");
        return error.Code is OrtErrorCode.InvalidArgument or OrtErrorCode.NotImplemented
            ? new UnsupportedInputException(text, error)
            : new MalformedInputException(text, error);
    }

    private static string List(ReadOnlySpan<TensorSpec> specs)
    {
        var list = new string[specs.Length];
        for (int i = 0; i < list.Length; i++)
        {
            list[i] = specs[i].ToString();
        }

        return list.Length == 0 ? "-" : string.Join("; ", list);
    }
}

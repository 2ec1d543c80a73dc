namespace Sensorium.Inference;

/// <summary>Checks the links of a recurrent model.</summary>
internal static class StateErrors
{
    /// <summary>Checks a link and fills in its initial state.</summary>
    /// <param name="session">The model.</param>
    /// <param name="link">The link.</param>
    /// <returns>The link with an initial state.</returns>
    /// <exception cref="UnsupportedInputException">It does not fit the model.</exception>
    public static StateLink Check(InferenceSession session, StateLink link)
    {
        TensorSpec input = Find(session, session.Inputs, link.Input, new("input", "입력"));
        TensorSpec output = Find(session, session.Outputs, link.Output, new("output", "출력"));
        if (input.Type != output.Type)
        {
            throw new UnsupportedInputException(new LocalizedText(
                $"The model {session.Name} cannot carry {output} back to {input}: the types differ.",
                $"{session.Name} 모델의 {output} 출력은 형식이 달라 {input} 입력으로 되돌릴 수 없습니다."));
        }

        if (link.Initial is not null)
        {
            return link;
        }

        return input.Shape.All(size => size >= 0)
            ? link with { Initial = Tensor.Zeros(input.Type, [.. input.Shape]) }
            : throw new UnsupportedInputException(new LocalizedText(
                $"The model {session.Name} does not state every size of {input}; give the initial state.",
                $"{session.Name} 모델에는 {input} 입력의 크기가 모두 적혀 있지 않습니다. 처음 상태를 지정하십시오."));
    }

    /// <summary>A state was given as an input.</summary>
    /// <param name="model">What errors call the model.</param>
    /// <param name="name">The input.</param>
    /// <returns>The error to throw.</returns>
    public static UnsupportedInputException Given(string model, string name) => new(new LocalizedText(
        $"\"{name}\" of the model {model} is a state that is carried from call to call; leave it out.",
        $"{model} 모델의 \"{name}\" 입력은 호출 사이에 이어지는 상태입니다. 따로 주지 마십시오."));

    private static TensorSpec Find(InferenceSession session, IReadOnlyList<TensorSpec> specs, string name, LocalizedText kind) =>
        specs.FirstOrDefault(spec => spec.Name == name)
        ?? throw new UnsupportedInputException(new LocalizedText(
            $"The model {session.Name} has no {kind.English} \"{name}\"; it has {string.Join("; ", specs)}.",
            $"{session.Name} 모델에는 \"{name}\" {kind.Korean}이 없습니다. 있는 항목: {string.Join("; ", specs)}."));
}

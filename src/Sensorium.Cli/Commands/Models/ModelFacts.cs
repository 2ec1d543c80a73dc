using Sensorium.Inference;

namespace Sensorium.Cli;

/// <summary>What there is to tell about a model, each as a term and its meaning.</summary>
internal static class ModelFacts
{
    /// <summary>Lists the facts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tensors">What its ONNX files take and give.</param>
    /// <returns>Terms and meanings in the order in which they are told.</returns>
    public static IEnumerable<(LocalizedText Term, LocalizedText Meaning)> Of(ModelFolder model, IReadOnlyList<ModelTensors> tensors)
    {
        ModelManifest manifest = model.Manifest;
        if (manifest.Description.English.Length > 0)
        {
            yield return (new("what", "설명"), manifest.Description);
        }

        yield return (new("task", "용도"), Same(manifest.Task));
        LocalizedText commercial = ModelWords.Commercial(manifest.Licence);
        yield return (new("licence", "라이선스"), new($"{manifest.Licence.Name}, {commercial.English}", $"{manifest.Licence.Name}, {commercial.Korean}"));
        if (manifest.Licence.Note.English.Length > 0)
        {
            yield return (new("note", "참고"), manifest.Licence.Note);
        }

        yield return (new("source", "출처"), Same(manifest.Source));
        if (manifest.Card is not null)
        {
            yield return (new("card", "모델 카드"), Same(manifest.Card));
        }

        yield return (new("folder", "폴더"), Same(model.Path));
        foreach (ModelFileEntry file in manifest.Files)
        {
            yield return (new("file", "파일"), Same($"{file.Path}, {ModelWords.Size(file.Bytes)}, SHA-256 {file.Sha256}"));
        }

        if (manifest.Input is { } input)
        {
            yield return (new("prepared as", "입력 준비"), Prepared(input));
        }

        foreach (TensorSpec spec in tensors.SelectMany(result => result.Inputs))
        {
            yield return (new("takes", "입력"), Same(spec.ToString()));
        }

        foreach (TensorSpec spec in tensors.SelectMany(result => result.Outputs))
        {
            yield return (new("gives", "출력"), Same(spec.ToString()));
        }

        if (manifest.Labels.Count > 0)
        {
            yield return (new("labels", "이름표"), new(
                string.Join(", ", manifest.Labels.Select(label => label.Title.English)),
                string.Join(", ", manifest.Labels.Select(label => label.Title.Korean))));
        }
    }

    private static LocalizedText Prepared(ModelInput input)
    {
        List<LocalizedText> parts = [];
        if (input.Width is not null || input.Height is not null)
        {
            parts.Add(Same($"{input.Width?.ToString() ?? "?"} x {input.Height?.ToString() ?? "?"}"));
        }

        if (input.Colour is not null)
        {
            parts.Add(input.Colour == "grey" ? new("grey", "회색조") : Same(input.Colour.ToUpperInvariant()));
        }

        if (input.Layout is not null)
        {
            parts.Add(Same(input.Layout));
        }

        if (input.Mean.Count > 0)
        {
            parts.Add(new($"mean {string.Join(" ", input.Mean)}", $"평균 {string.Join(" ", input.Mean)}"));
        }

        if (input.Scale.Count > 0)
        {
            parts.Add(new($"scale {string.Join(" ", input.Scale)}", $"배율 {string.Join(" ", input.Scale)}"));
        }

        if (input.SampleRate is not null)
        {
            parts.Add(Same($"{input.SampleRate} Hz"));
        }

        if (input.Range is not null)
        {
            parts.Add(Same(input.Range));
        }

        return new(string.Join(", ", parts.Select(part => part.English)), string.Join(", ", parts.Select(part => part.Korean)));
    }

    private static LocalizedText Same(string text) => new(text, text);
}

using Sensorium.Inference;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary>Opens the models that an evaluation asks for, and closes them together.</summary>
/// <param name="home">The folder that holds everything Sensorium stores.</param>
internal sealed class OpenModels(string home) : IDisposable
{
    private readonly ModelCatalogue _catalogue = ModelCatalogue.Default(home);
    private readonly List<IDisposable> _open = [];

    /// <summary>Opens expression models.</summary>
    /// <param name="ids">Their ids; empty for the usual one.</param>
    /// <returns>The models in that order.</returns>
    /// <exception cref="MissingComponentException">There is no such model, or ONNX Runtime is missing.</exception>
    public IReadOnlyList<OnnxFaceExpressionModel> Expressions(IReadOnlyList<string> ids)
    {
        List<OnnxFaceExpressionModel> models = [];
        foreach (string? id in ids.Cast<string?>().DefaultIfEmpty(null))
        {
            ModelFolder folder = _catalogue.FindForTask(OnnxFaceExpressionModel.Task, id) ?? throw Missing(OnnxFaceExpressionModel.Task);
            models.Add(Keep(OnnxFaceExpressionModel.Open(folder)));
        }

        return models;
    }

    /// <summary>Opens a detector.</summary>
    /// <param name="id">Its id; null for the usual one.</param>
    /// <returns>The detector; null where none was named and there is none.</returns>
    public OnnxFaceDetector? Detector(string? id) =>
        _catalogue.FindForTask(FaceDetectors.Task, id) is { } folder ? Keep(FaceDetectors.Open(folder)) : null;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (IDisposable model in _open)
        {
            model.Dispose();
        }
    }

    private T Keep<T>(T model)
        where T : IDisposable
    {
        _open.Add(model);
        return model;
    }

    private MissingComponentException Missing(string task) => new("models", new LocalizedText(
        $"There is no model for {task} in {string.Join(", ", _catalogue.Roots)}; put one there, or name one with --models.",
        $"{string.Join(", ", _catalogue.Roots)} 폴더에 {task} 모델이 없습니다. 그곳에 두거나 --models로 지정하십시오."));
}

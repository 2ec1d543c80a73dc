namespace Sensorium.Inference;

/// <summary>What lies in the folders of a <see cref="ModelCatalogue"/>.</summary>
/// <param name="Models">The models: those of earlier roots first, then by id, newest version first.</param>
/// <param name="Broken">Folders that should hold a model and do not, each with the reason.</param>
public sealed record ModelSurvey(IReadOnlyList<ModelFolder> Models, IReadOnlyList<BrokenModel> Broken);

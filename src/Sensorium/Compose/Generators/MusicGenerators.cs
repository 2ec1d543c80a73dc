using Sensorium.Inference;

namespace Sensorium;

/// <summary>The generators that there are.</summary>
public static class MusicGenerators
{
    private const string Onnx = "onnx";

    /// <summary>Their names in commands, the built-in one first.</summary>
    public static IReadOnlyList<string> Ids { get; } = [BuiltInGenerator.Key, SunoGenerator.Key, AceStepGenerator.Key, MusicGenGenerator.Key, Onnx];

    /// <summary>Makes one ready; nothing is sent or loaded yet.</summary>
    /// <param name="id">One of <see cref="Ids"/>.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="models">Where an ONNX pack is looked for.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="MissingComponentException">It needs a service or a model pack that is not named or not there.</exception>
    /// <exception cref="MalformedInputException">The service's address is none, or it is of another kind.</exception>
    public static IMusicGenerator Create(string id, Func<string, string?> variable, ModelCatalogue models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return id switch
        {
            BuiltInGenerator.Key => new BuiltInGenerator(),
            SunoGenerator.Key => new SunoGenerator(Require(id, variable)),
            AceStepGenerator.Key => new AceStepGenerator(Require(id, variable)),
            MusicGenGenerator.Key => new MusicGenGenerator(Require(id, variable)),
            Onnx => new OnnxMusicGenerator(models.FindForTask(OnnxMusicPack.Task) ?? throw NoPack()),
            _ => throw new ArgumentOutOfRangeException(nameof(id), id, "There is no such generator."),
        };
    }

    private static GeneratorSettings Require(string id, Func<string, string?> variable)
    {
        GeneratorSettings settings = GeneratorSettings.Find(variable) ?? throw new MissingComponentException(
            id,
            new(
                $"--generator {id} needs a service of yours: set {GeneratorSettings.UrlName} to its address (docs/generators.md), or leave --generator out.",
                $"--generator {id}에는 직접 실행하는 서비스가 필요합니다. {GeneratorSettings.UrlName}에 주소를 지정하거나(docs/generators.md) --generator를 빼십시오."));
        return settings.Kind is null || settings.Kind == id ? settings : throw new MalformedInputException(new LocalizedText(
            $"--generator is {id}, but {GeneratorSettings.KindName} says that the service is \"{settings.Kind}\"; make them the same.",
            $"--generator는 {id}인데 {GeneratorSettings.KindName} 값은 \"{settings.Kind}\"입니다. 둘을 같게 하십시오."));
    }

    private static MissingComponentException NoPack() => new(
        Onnx,
        new(
            $"--generator {Onnx} needs a model pack for {OnnxMusicPack.Task}; docs/generators.md tells how to make one. Or leave --generator out.",
            $"--generator {Onnx}에는 {OnnxMusicPack.Task} 모델 팩이 필요합니다. 만드는 법은 docs/generators.md에 있습니다. 또는 --generator를 빼십시오."));
}

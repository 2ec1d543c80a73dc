using System.CommandLine;

namespace Sensorium.Cli;

/// <summary><c>models</c>: the models on this machine; without a command below it the same as <c>models list</c>.</summary>
internal sealed class ModelsCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium models", new("Lists the models, their licences and where they lie.", "모델과 라이선스, 위치를 보여 줍니다.")),
        new("sensorium models show face-expression", new("Tells everything about one model.", "모델 하나를 자세히 보여 줍니다.")),
        new("sensorium models verify", new("Compares every model's files with their checksums.", "모든 모델의 파일을 체크섬과 비교합니다.")),
    ];

    private readonly ModelsListCommand _list;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public ModelsCommand(Language language)
        : base("models", new("List, show and verify the models that perceive.", "감정을 읽는 모델을 나열하고 보여 주고 확인합니다."), Samples, language)
    {
        _list = new ModelsListCommand(language);
        Add(_list);
        Add(new ModelsShowCommand(language));
        Add(new ModelsVerifyCommand(language));
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken) =>
        _list.RunAsync(parsed, errors, shell, cancellationToken);
}

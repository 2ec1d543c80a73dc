using System.CommandLine;

namespace Sensorium.Cli;

/// <summary><c>feel</c>: what pictures, and the faces in them, feel like.</summary>
internal sealed class FeelCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium feel samples/harbour.png", new(
            "Shows what the picture feels like, and why.",
            "그림의 느낌과 그 근거를 보여 줍니다.")),
        new("sensorium feel photos --recursive --json > feelings.jsonl", new(
            "Every picture in a folder and the folders inside, one JSON object a line.",
            "폴더와 그 안의 폴더에 있는 그림마다 JSON 한 줄을 씁니다.")),
        new("sensorium feel portrait.jpg --as face", new(
            "The whole picture is one face.",
            "그림 전체를 얼굴 하나로 봅니다.")),
        new("sensorium feel - --plain < photo.jpg", new(
            "A picture from standard input, told in sentences.",
            "표준 입력으로 받은 그림을 문장으로 알려 줍니다.")),
    ];

    private readonly FeelArguments _arguments;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public FeelCommand(Language language)
        : base("feel", Summary, Samples, language)
    {
        _arguments = new FeelArguments(language);
        Add(_arguments.Inputs);
        foreach (Option option in _arguments.Options)
        {
            Add(option);
        }
    }

    private static LocalizedText Summary => new(
        "What a picture feels like: valence, arousal, warmth and eight emotions, from its faces and the scene, with evidence.",
        "그림의 느낌: 얼굴과 장면에서 읽은 정서가, 각성도, 온기와 여덟 감정을 근거와 함께 보여 줍니다.");

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        FeelSettings settings = FeelSettings.Read(parsed, _arguments, errors);
        using FeelModels models = FeelModels.Installed(settings.Models, settings.Options.Faces.AgeAndGender);

        // Without its models nothing can be felt: one sentence for all inputs.
        models.Open(settings.Options);
        return await new FeelBatch(new FeelFlow(models), settings, shell).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}

using System.CommandLine;
using Sensorium.Inference;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary><c>compose</c>: new music that starts where the listener is and goes where they want.</summary>
internal sealed class ComposeCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium compose samples/harbour.png", new("Two pieces that feel like the picture, as MIDI and MP3; the better one is harbour.mp3.", "그림의 느낌을 담은 두 곡을 MIDI와 MP3로 씁니다. 더 나은 곡이 harbour.mp3입니다.")),
        new("sensorium compose photo.jpg --goal calm --minutes 24", new("Starts where the photo is and leads to calm in 24 minutes.", "사진의 느낌에서 시작해 24분 동안 차분하게 이끕니다.")),
        new("sensorium compose --text \"What a day\" --goal bright --style strings", new("From words, for strings.", "글에서 시작해 현악으로 만듭니다.")),
        new("sensorium compose --from -0.6,0.4 --goal 0.5,-0.3 --formats wav,mid --stems", new("From one place of the plane to another, with each part apart.", "평면의 한 자리에서 다른 자리로 가며, 파트마다 따로도 씁니다.")),
        new("sensorium compose photo.jpg --generator ace-step --formats mp3", new("By an ACE-Step server of yours; SENSORIUM_MUSIC_URL says where it is.", "직접 실행하는 ACE-Step 서버로 만듭니다. 주소는 SENSORIUM_MUSIC_URL에 둡니다.")),
        new("sensorium compose --path \"0:-0.5,-0.5;60:0.2,0;120:0.8,0.5\" --seconds 120", new("Along a path of your own.", "직접 준 경로를 따라갑니다.")),
    ];

    private const int CoverSide = 500;
    private readonly ComposeArguments _arguments;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public ComposeCommand(Language language)
        : base(
            "compose",
            new("New music for a feeling: it starts where the listener is and goes where they want.", "느낌에 맞는 새 음악: 듣는 사람이 있는 곳에서 시작해 원하는 곳으로 갑니다."),
            Samples,
            language)
    {
        _arguments = new ComposeArguments(language);
        Add(_arguments.Inputs);
        foreach (Option option in _arguments.Options)
        {
            Add(option);
        }
    }

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        ComposeSettings settings = ComposeSettings.Read(parsed, _arguments, errors, shell.Language);
        ModelCatalogue catalogue = ModelCatalogue.Default(new SensoriumHome(shell.Terminal.Variable).Path);
        ComposeFlow flow = new(catalogue.FindForTask(ScoreModel.Task, ScoreModel.RankerId) is { } model ? ScoreModel.Open(model) : null, sounds: null, MusicGenerators.Create(settings.Generator, shell.Terminal.Variable, catalogue));
        FeelResult? felt = null;
        IReadOnlyList<ComposeSuggestion> suggestions = [];
        ComposeResult result;
        MoodQuestion? question = settings.Asks ? new MoodQuestion(shell, Console.In) : null;
        (double Valence, double Arousal)? before = question is null ? null : await question.AskAsync(isAfter: false, cancellationToken).ConfigureAwait(false);
        using (ProgressLine line = new(shell, string.Empty))
        {
            felt = settings.From is null && settings.Options.Path is null ? await FeelAsync(settings, cancellationToken).ConfigureAwait(false) : null;
            AffectPoint start = felt is { } there
                ? new AffectPoint(TimeSpan.Zero, there.Percept.Affect.Valence.Mean, there.Percept.Affect.Arousal.Mean)
                : settings.From is { } from ? new AffectPoint(TimeSpan.Zero, from.Valence, from.Arousal) : settings.Options.Path!.At(TimeSpan.Zero);
            suggestions = felt is null ? [] : await SuggesterOf(shell).SuggestAsync(felt, cancellationToken).ConfigureAwait(false);
            ComposeOptions options = suggestions.Count == 0 ? settings.Options : settings.Options with
            {
                Style = settings.HasStyle ? settings.Options.Style : suggestions[0].Style,
                Goal = settings.HasGoal ? settings.Options.Goal : suggestions[0].Goal,
            };
            options = options with { Prompt = felt is null ? null : MusicPrompt.Of(ComposeFlow.PathOf(start, options), options.Style, options.Warmth ?? felt.Percept.Affect.Warmth ?? 0, felt.Percept) };
            options = felt is { Kind: "picture" } && settings.Inputs.Count > 0 ? options with { Cover = await CoverAsync(settings.Inputs[0], cancellationToken).ConfigureAwait(false) } : options;
            string input = settings.Inputs.Count > 0 ? settings.Inputs[0] : "composition";
            result = await flow.RunAsync(input, start, felt?.Percept.Affect.Warmth, settings.OutputFolder, options, line, cancellationToken).ConfigureAwait(false);
        }

        if (shell.IsJson)
        {
            shell.WriteLine(CompositionJson.Write(result));
        }
        else if (shell.IsTalking)
        {
            ComposeSummary.Write(result, felt, suggestions, shell);
        }

        if (question is not null)
        {
            (double Valence, double Arousal)? after = await question.AskAsync(isAfter: true, cancellationToken).ConfigureAwait(false);
            string file = await MoodQuestion.WriteAsync(result, before, after, settings.OutputFolder ?? ".", cancellationToken).ConfigureAwait(false);
            shell.Terminal.Error.WriteLine(new LocalizedText($"The answers are in {file}.", $"답은 {file}에 있습니다.").In(shell.Language));
        }

        return ExitCode.Done;
    }

    private static IComposeSuggester SuggesterOf(Shell shell) =>
        EndpointSettings.FindChat(shell.Terminal.Variable) is { } chat ? new ChatSuggester(new ChatEndpoint(chat)) : new RuleSuggester();

    private static async Task<Picture> CoverAsync(string path, CancellationToken cancellationToken) =>
        (await new PictureReader().ReadAsync(path, new PictureReadOptions { TargetLongSide = CoverSide }, cancellationToken).ConfigureAwait(false)).Picture;

    private static async Task<FeelResult> FeelAsync(ComposeSettings settings, CancellationToken cancellationToken)
    {
        using FeelModels models = FeelModels.Installed();
        List<FeelInput> inputs = [.. settings.Inputs.Select(FeelInput.OfFile), .. settings.Words is { } words ? new[] { FeelInput.OfWords(words) } : []];
        return await new FeelFlow(models).RunTogetherAsync(inputs, new FeelOptions(), cancellationToken).ConfigureAwait(false);
    }
}

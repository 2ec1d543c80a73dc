using Sensorium;
using Sensorium.Cli;
using Sensorium.Media;

using Interrupts interrupts = new();
using Terminal terminal = Terminal.OfThisProcess();

Application application = new(terminal, (root, language) =>
[
    new FeelCommand(language),
    new HearCommand(language, new HearFlow()),
    new ComposeCommand(language),
    new EvaluateCommand(
        language,
        [
            new FaceCommand(language), new DetectCommand(language), new SceneCommand(language), new VoiceCommand(language), new SongCommand(language), new TagsCommand(language), new TextCommand(language), new FusionCommand(language),
            new ComposeEvaluationCommand(language),
            new ListenerCommand(language),
        ]),
    new DatasetCommand(language),
    new LibraryCommand(language),
    new MatchCommand(language, shell => new LibraryFlow(new SensoriumHome(shell.Terminal.Variable)).Open()),
    new HistoryCommand(language),
    new ModelsCommand(language),
    new DoctorCommand(language, new ComponentSurvey(Environment.GetEnvironmentVariable)),
    new WhereCommand(language),
    new CompletionCommand(language, root),
    new VersionCommand(language),
]);
return await application.RunAsync(args, interrupts.Token);

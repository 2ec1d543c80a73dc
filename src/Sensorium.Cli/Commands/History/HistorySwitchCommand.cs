using System.CommandLine;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>history on</c> and <c>history off</c>.</summary>
internal sealed class HistorySwitchCommand : Verb
{
    private static readonly Example[] OnSamples = [new("sensorium history on", new("From now on feel notes what it felt.", "이제부터 feel이 느낀 것을 적습니다."))];
    private static readonly Example[] OffSamples = [new("sensorium history off", new("Nothing more is noted; what is there stays.", "더 적지 않습니다. 있는 기록은 그대로 둡니다."))];

    private readonly bool _on;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    /// <param name="on">Whether it turns the history on.</param>
    public HistorySwitchCommand(Language language, bool on)
        : base(
            on ? "on" : "off",
            on ? new("Note from now on what feel feels.", "이제부터 feel이 느낀 것을 적습니다.") : new("Note nothing more; entries stay.", "더 적지 않습니다. 기록은 남습니다."),
            on ? OnSamples : OffSamples,
            language) => _on = on;

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        InvalidCommandLineException.ThrowIfAny(errors);
        MoodHistory history = new(new SensoriumHome(shell.Terminal.Variable));
        if (_on)
        {
            history.TurnOn();
        }
        else
        {
            history.TurnOff();
        }

        HistoryWords.WriteState(history, shell);
        return Task.FromResult(ExitCode.Done);
    }
}

using System.CommandLine;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>history erase</c>: removes every entry.</summary>
internal sealed class HistoryEraseCommand : Verb
{
    private static readonly Example[] Samples = [new("sensorium history erase", new("Erases every entry; on or off stays as it is.", "모든 기록을 지웁니다. 켜짐과 꺼짐은 그대로입니다."))];

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public HistoryEraseCommand(Language language)
        : base("erase", new("Erase every entry for good.", "모든 기록을 완전히 지웁니다."), Samples, language)
    {
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        InvalidCommandLineException.ThrowIfAny(errors);
        MoodHistory history = new(new SensoriumHome(shell.Terminal.Variable));
        int erased = history.Erase();
        HistoryWords.WriteState(history, shell, erased);
        return Task.FromResult(ExitCode.Done);
    }
}

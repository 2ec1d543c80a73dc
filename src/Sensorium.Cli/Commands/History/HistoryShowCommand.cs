using System.CommandLine;
using System.Globalization;
using Sensorium.Media;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary><c>history show</c>: the state and the latest entries.</summary>
internal sealed class HistoryShowCommand : Verb
{
    private const int Latest = 20;

    private static readonly Example[] Samples =
    [
        new("sensorium history show", new("Shows the latest entries.", "최근 기록을 보여 줍니다.")),
        new("sensorium history show --json", new("All entries as JSON.", "모든 기록을 JSON으로 보여 줍니다.")),
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public HistoryShowCommand(Language language)
        : base("show", new("Show whether the history is on, and the latest entries.", "기록이 켜져 있는지와 최근 기록을 보여 줍니다."), Samples, language)
    {
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        InvalidCommandLineException.ThrowIfAny(errors);
        MoodHistory history = new(new SensoriumHome(shell.Terminal.Variable));
        if (shell.IsJson)
        {
            HistoryWords.WriteAll(history, shell);
        }
        else if (shell.IsTalking)
        {
            Write(history, shell);
        }

        return Task.FromResult(ExitCode.Done);
    }

    private static void Write(MoodHistory history, Shell shell)
    {
        IReadOnlyList<MoodEntry> entries = history.Read();
        shell.WriteLine(HistoryWords.State(history, entries.Count));
        IAnsiConsole? console = shell.IsPlain ? null : shell.CreateConsole();
        foreach (MoodEntry entry in entries.Skip(entries.Count - Latest))
        {
            string time = entry.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            string core = EmotionName(entry.Core).In(shell.Language);
            string place = string.Create(CultureInfo.InvariantCulture, $"{entry.Valence:+0.00;-0.00;0.00} {entry.Arousal:+0.00;-0.00;0.00}");
            if (console is null)
            {
                shell.WriteLine(new LocalizedText(
                    $"{time}, {entry.Source}: {core}, valence and arousal {place}.", $"{time}, {entry.Source}: {core}, 정서가와 각성도 {place}."));
            }
            else
            {
                console.MarkupLineInterpolated($"  [grey]{time}[/]  {TextWidth.Pad(entry.Source, 8)}  {TextWidth.Pad(core, 10)}  {place}");
            }
        }
    }

    private static LocalizedText EmotionName(Emotion emotion) => emotion switch
    {
        Emotion.Joy => new("joy", "기쁨"),
        Emotion.Sadness => new("sadness", "슬픔"),
        Emotion.Anger => new("anger", "분노"),
        Emotion.Surprise => new("surprise", "놀람"),
        Emotion.Fear => new("fear", "두려움"),
        Emotion.Contempt => new("contempt", "경멸"),
        Emotion.Disgust => new("disgust", "혐오"),
        _ => new("neutral", "중립"),
    };
}

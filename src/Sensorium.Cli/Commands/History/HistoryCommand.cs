using System.CommandLine;

namespace Sensorium.Cli;

/// <summary><c>history</c>: the local history of moods; without a command below it the same as <c>history show</c>.</summary>
internal sealed class HistoryCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium history on", new("From now on feel notes time, source, place and emotion of what it felt, on this machine only.", "이제부터 feel이 시각, 출처, 위치, 감정을 이 컴퓨터에만 적습니다.")),
        new("sensorium history", new("Shows the latest entries.", "최근 기록을 보여 줍니다.")),
        new("sensorium history export moods.csv", new("Writes all entries as CSV or JSON.", "모든 기록을 CSV나 JSON으로 씁니다.")),
        new("sensorium history erase", new("Erases every entry.", "모든 기록을 지웁니다.")),
    ];

    private readonly HistoryShowCommand _show;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public HistoryCommand(Language language)
        : base(
            "history",
            new(
                "Keep a history of moods on this machine: off until asked for, no media and no text in it.",
                "이 컴퓨터에 감정 기록을 남깁니다. 켜기 전에는 꺼져 있고, 미디어와 글은 담지 않습니다."),
            Samples,
            language)
    {
        _show = new HistoryShowCommand(language);
        Add(new HistorySwitchCommand(language, on: true));
        Add(new HistorySwitchCommand(language, on: false));
        Add(_show);
        Add(new HistoryExportCommand(language));
        Add(new HistoryEraseCommand(language));
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken) =>
        _show.RunAsync(parsed, errors, shell, cancellationToken);
}

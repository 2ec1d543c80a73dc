namespace Sensorium.Cli;

/// <summary>What the history verbs say.</summary>
internal static class HistoryWords
{
    private const string Schema = "sensorium-history-1";

    /// <summary>Says whether the history is on, how many entries it has and where it lies.</summary>
    /// <param name="history">The history.</param>
    /// <param name="shell">Where to speak.</param>
    /// <param name="erased">How many entries were just erased; null for none.</param>
    public static void WriteState(MoodHistory history, Shell shell, int? erased = null)
    {
        int count = history.Read().Count;
        if (shell.IsJson)
        {
            shell.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                json.WriteBoolean("on", history.IsOn);
                json.WriteString("path", history.Path);
                json.WriteNumber("count", count);
                if (erased is { } gone)
                {
                    json.WriteNumber("erased", gone);
                }

                json.WriteEndObject();
            });
        }
        else if (shell.IsTalking)
        {
            if (erased is { } gone)
            {
                shell.WriteLine(new LocalizedText($"Erased: {Entries(gone)}.", $"{gone}건을 지웠습니다."));
            }

            shell.WriteLine(State(history, count));
        }
    }

    /// <summary>Writes state and entries as JSON.</summary>
    /// <param name="history">The history.</param>
    /// <param name="shell">Where to speak.</param>
    public static void WriteAll(MoodHistory history, Shell shell) => shell.WriteJson(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteBoolean("on", history.IsOn);
        json.WriteString("path", history.Path);
        json.WritePropertyName("entries");
        history.WriteJson(json);
        json.WriteEndObject();
    });

    /// <summary>One sentence on the state.</summary>
    /// <param name="history">The history.</param>
    /// <param name="count">How many entries it has.</param>
    /// <returns>The sentence.</returns>
    public static LocalizedText State(MoodHistory history, int count) => history.IsOn
        ? new($"The history is on, with {Entries(count)}, in {history.Path}.", $"기록이 켜져 있습니다. {count}건, 위치 {history.Path}.")
        : new($"The history is off, with {Entries(count)}. 'sensorium history on' turns it on.", $"기록이 꺼져 있습니다. {count}건. 'sensorium history on'으로 켭니다.");

    private static string Entries(int count) => count == 1 ? "1 entry" : $"{count} entries";
}

using Sensorium.Imaging;
using Sensorium.Lab.Listening;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>Shows what the simulated listener heard to a person: a table, or one sentence a line.</summary>
internal static class ListenerTable
{
    /// <summary>Writes the report to standard output.</summary>
    /// <param name="report">The report.</param>
    /// <param name="shell">Where to write.</param>
    public static void Write(ListenerReport report, Shell shell)
    {
        if (shell.IsPlain)
        {
            WriteSentences(report, shell);
            return;
        }

        IAnsiConsole console = shell.CreateConsole();
        Table table = new() { Border = TableBorder.Rounded };
        foreach (LocalizedText heading in new LocalizedText[] { new("task", "과제"), new("sound set", "소리 세트"), new("accuracy", "정확도"), new("95 % interval", "95% 구간"), new("chance", "우연"), new("level only", "크기만") })
        {
            table.AddColumn(heading.In(shell.Language));
        }

        foreach (ClassificationResult result in report.Hues.Append(report.Colours))
        {
            table.AddRow(
                Task(result).In(shell.Language), result.SoundSet, Percent(result.Accuracy),
                $"{Percent(result.Interval.Lowest)} - {Percent(result.Interval.Highest)}", Percent(result.Chance), Percent(result.LevelOnlyAccuracy));
        }

        console.Write(table);
        foreach (DeficiencyResult result in report.Deficiencies)
        {
            console.WriteLine(Sentence(result).In(shell.Language));
        }
    }

    private static void WriteSentences(ListenerReport report, Shell shell)
    {
        foreach (ClassificationResult result in report.Hues.Append(report.Colours))
        {
            LocalizedText task = Task(result);
            shell.WriteLine(new LocalizedText(
                $"{task.English} with the set {result.SoundSet}: {Percent(result.Accuracy)} named rightly, between {Percent(result.Interval.Lowest)} and {Percent(result.Interval.Highest)}; by level alone {Percent(result.LevelOnlyAccuracy)}.",
                $"{result.SoundSet} 세트로 들은 {task.Korean}: {Percent(result.Accuracy)} 맞힘, 95% 구간 {Percent(result.Interval.Lowest)}에서 {Percent(result.Interval.Highest)}, 크기만 들으면 {Percent(result.LevelOnlyAccuracy)}."));
        }

        foreach (DeficiencyResult result in report.Deficiencies)
        {
            shell.WriteLine(Sentence(result));
        }
    }

    private static LocalizedText Task(ClassificationResult result) => new($"{result.Classes.Count} {(result.Classes.Count == 8 ? "hues" : "colours")}", $"{(result.Classes.Count == 8 ? "색상" : "색")} {result.Classes.Count}가지");

    private static LocalizedText Sentence(DeficiencyResult result) => new(
        $"{Kind(result.Vision).English}: {result.AboveMedian} of {result.Confused.Count} confused pairs sound further apart than the median of all pairs in colour-blind mode, {result.NormalAboveMedian} in normal mode.",
        $"{Kind(result.Vision).Korean}: 헷갈리는 색 {result.Confused.Count}쌍 가운데 {result.AboveMedian}쌍이 색각 모드에서 전체 중앙값보다 멀게 들립니다. 일반 모드에서는 {result.NormalAboveMedian}쌍입니다.");

    private static LocalizedText Kind(ColourVision vision) => vision switch
    {
        ColourVision.Protan => new("Protan", "제1색각"),
        ColourVision.Deutan => new("Deutan", "제2색각"),
        _ => new("Tritan", "제3색각"),
    };

    private static string Percent(double share) => $"{100 * share:F1} %";
}

using System.Text.Json;
using Sensorium.Library;

namespace Sensorium.Cli;

/// <summary>What the library verbs say.</summary>
internal static class LibraryWords
{
    /// <summary>The schema of their JSON.</summary>
    public const string Schema = "sensorium-library-1";

    private const int MostNamed = 10;

    /// <summary>Says what a scan found and did.</summary>
    /// <param name="report">The report.</param>
    /// <param name="catalogue">The catalogue after it.</param>
    /// <param name="shell">Where to speak.</param>
    public static void WriteReport(ScanReport report, SqliteCatalogue catalogue, Shell shell)
    {
        if (shell.IsJson)
        {
            shell.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                json.WriteNumber("songs", catalogue.CountSongs());
                LibraryJson.WriteReport(json, report, shell.Language);
                json.WriteEndObject();
            });
            return;
        }

        foreach (string root in report.MissingRoots)
        {
            shell.Warn(root, new LocalizedText("the folder is not there; its songs are left as they are.", "폴더가 없습니다. 그 곡들은 그대로 둡니다."));
        }

        foreach (MissingServer server in report.MissingServers)
        {
            shell.Warn(server.Address, new LocalizedText($"{server.Reason.English} Its songs are left as they are.", $"{server.Reason.Korean} 그 곡들은 그대로 둡니다."));
        }

        if (!shell.IsTalking)
        {
            return;
        }

        shell.WriteLine(Total(report));
        foreach ((SkipReason reason, int count) in report.SkippedByReason())
        {
            LocalizedText words = SkipReasons.Words(reason);
            shell.WriteLine(new LocalizedText($"Skipped, {words.English}: {count:N0}.", $"건너뜀, {words.Korean}: {count:N0}."));
        }

        WriteUnfit([.. report.Skipped.Where(file => file.Detail is not null)], shell);
        if (report.Gone > 0)
        {
            shell.WriteLine(new LocalizedText($"Not there any more: {report.Gone:N0}. 'sensorium library forget --gone' forgets them.", $"이제 없음: {report.Gone:N0}. 'sensorium library forget --gone'으로 뺍니다."));
        }

        shell.WriteLine(new LocalizedText($"Songs in the library: {catalogue.CountSongs():N0}.", $"라이브러리의 곡: {catalogue.CountSongs():N0}."));
    }

    /// <summary>Says what the library holds.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="shell">Where to speak.</param>
    /// <param name="more">Writes further properties; null for none.</param>
    public static void WriteStatus(SqliteCatalogue catalogue, Shell shell, Action<Utf8JsonWriter>? more = null)
    {
        LibraryStatus status = LibraryFlow.Status(catalogue);
        if (shell.IsJson)
        {
            shell.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                json.WriteString("path", catalogue.Path);
                LibraryJson.WriteStatus(json, status, shell.Language);
                more?.Invoke(json);
                json.WriteEndObject();
            });
            return;
        }

        if (!shell.IsTalking)
        {
            return;
        }

        if (status.Roots.Count == 0)
        {
            shell.WriteLine(new LocalizedText("The library has no folder yet. 'sensorium library add DIR' adds one, 'sensorium library add URL' a music server.", "라이브러리에 폴더가 없습니다. 'sensorium library add 폴더'로 넣고, 음악 서버는 'sensorium library add 주소'로 넣습니다."));
        }

        foreach (LibraryRoot root in status.Roots)
        {
            shell.WriteLine(ServerPlace.IsOnServer(root.Path) ? new LocalizedText($"Music server: {root.Path}", $"음악 서버: {root.Path}") : new LocalizedText($"Folder: {root.Path}", $"폴더: {root.Path}"));
        }

        shell.WriteLine(new LocalizedText($"Songs: {status.Songs:N0}, {Time(status.Length)} of music.", $"곡: {status.Songs:N0}, 음악 {Time(status.Length)}."));
        if (status.Gone > 0)
        {
            shell.WriteLine(new LocalizedText($"Files that are not there any more: {status.Gone:N0}.", $"이제 없는 파일: {status.Gone:N0}."));
        }

        WriteUnfit(status.Unfit, shell);
        shell.WriteLine(new LocalizedText($"Catalogue: {catalogue.Path}", $"목록: {catalogue.Path}"));
    }

    /// <summary>A length of time for people.</summary>
    /// <param name="time">The time.</param>
    /// <returns>E.g. <c>12:05:09</c>, hours first; <c>5:09</c> below an hour.</returns>
    public static string Time(TimeSpan time) => time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}" : $"{time.Minutes}:{time.Seconds:00}";

    /// <summary>A path as it may be shown: a name may hold line breaks, or signs that a terminal would obey.</summary>
    /// <param name="path">The path.</param>
    /// <returns>It with ? in their place.</returns>
    public static string Shown(string path) => string.Concat(path.Select(letter => char.IsControl(letter) ? '?' : letter));

    private static LocalizedText Total(ScanReport report)
    {
        string left = report.Left > 0 ? $", left for the next scan {report.Left:N0}" : string.Empty;
        string leftKorean = report.Left > 0 ? $", 다음으로 미룸 {report.Left:N0}" : string.Empty;
        return new(
            $"Found {report.Found:N0}: analysed {report.Analysed:N0}, known by content {report.Copied:N0}, unchanged {report.Unchanged:N0}, moved {report.Moved:N0}, skipped {report.Skipped.Count:N0}{left}; in {Time(report.Took)}.",
            $"찾음 {report.Found:N0}: 분석 {report.Analysed:N0}, 내용으로 앎 {report.Copied:N0}, 그대로 {report.Unchanged:N0}, 옮김 {report.Moved:N0}, 건너뜀 {report.Skipped.Count:N0}{leftKorean}. 걸린 시간 {Time(report.Took)}.");
    }

    private static void WriteUnfit(IReadOnlyList<SkippedFile> files, Shell shell)
    {
        foreach (SkippedFile file in files.Take(MostNamed))
        {
            LocalizedText words = file.Detail ?? SkipReasons.Words(file.Reason);
            shell.WriteLine(new LocalizedText($"{Shown(file.Path)}: {words.English}", $"{Shown(file.Path)}: {words.Korean}"));
        }

        if (files.Count > MostNamed)
        {
            shell.WriteLine(new LocalizedText($"And {files.Count - MostNamed:N0} more; --json names all.", $"그 밖에 {files.Count - MostNamed:N0}개. --json으로 모두 볼 수 있습니다."));
        }
    }
}

using System.Text;

namespace Sensorium.Lab.Evaluation;

/// <summary>Writes a report as Markdown.</summary>
internal static class ReportMarkdown
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="language">Its language.</param>
    /// <returns>Markdown that ends with a line break.</returns>
    public static string Write(Report report, Language language)
    {
        StringBuilder page = new();
        Line(page, $"# {report.Title.In(language)}");
        if (report.Command is { } command)
        {
            Line(page, string.Empty);
            Line(page, new LocalizedText($"Written by `sensorium {command}`.", $"`sensorium {command}` 명령으로 만들었습니다.").In(language));
        }

        foreach (LocalizedText text in report.Introduction)
        {
            Line(page, string.Empty);
            Line(page, text.In(language));
        }

        foreach (ReportSection section in report.Sections)
        {
            Line(page, string.Empty);
            Line(page, $"## {section.Title.In(language)}");
            foreach (ReportBlock block in section.Blocks)
            {
                Line(page, string.Empty);
                Block(page, block, language);
            }
        }

        return page.ToString();
    }

    private static void Block(StringBuilder page, ReportBlock block, Language language)
    {
        switch (block)
        {
            case ReportText text:
                Line(page, text.Text.In(language));
                break;
            case ReportTable table:
                Table(page, table, language);
                break;
            case ReportChart chart:
                Table(page, chart.ToTable(), language);
                if (chart.Reading.In(language) is { Length: > 0 } reading)
                {
                    Line(page, string.Empty);
                    Line(page, reading);
                }

                break;
            default:
                break;
        }
    }

    private static void Table(StringBuilder page, ReportTable table, Language language)
    {
        Line(page, $"**{table.Caption.In(language)}**");
        Line(page, string.Empty);
        Line(page, Row(table.Columns.Select(column => column.In(language))));
        Line(page, "|" + string.Concat(table.Columns.Select((_, i) => table.Rows.Any(row => row.Cells[i].IsNumber) ? "---:|" : "---|")));
        foreach (ReportRow row in table.Rows)
        {
            Line(page, Row(row.Cells.Select(cell => cell.Text.In(language))));
        }
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";

    private static void Line(StringBuilder page, string text) => page.Append(text).Append('\n');
}

using System.Net;
using System.Text;

namespace Sensorium.Lab.Evaluation;

/// <summary>Writes a report as one HTML file: no script, nothing fetched, charts as inline SVG with their tables below.</summary>
internal static class ReportHtml
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="language">Its language.</param>
    /// <returns>The file's text.</returns>
    public static string Write(Report report, Language language)
    {
        StringBuilder page = new();
        string code = language == Language.Korean ? "ko" : "en";
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(code).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append("<title>").Append(Text(report.Title, language)).Append("</title>\n<style>\n").Append(ReportStyle.Css).Append("</style>\n</head>\n<body>\n<main>\n");
        page.Append("<h1>").Append(Text(report.Title, language)).Append("</h1>\n");
        foreach (LocalizedText text in report.Introduction)
        {
            page.Append("<p>").Append(Text(text, language)).Append("</p>\n");
        }

        if (report.Command is { } command)
        {
            page.Append("<p>").Append(Text(new LocalizedText("Made by", "만든 명령:"), language)).Append(" <code>sensorium ").Append(Escape(command)).Append("</code></p>\n");
        }

        Contents(page, report, language);
        for (int i = 0; i < report.Sections.Count; i++)
        {
            page.Append("<section aria-labelledby=\"s").Append(i).Append("\">\n<h2 id=\"s").Append(i).Append("\">").Append(Text(report.Sections[i].Title, language)).Append("</h2>\n");
            foreach (ReportBlock block in report.Sections[i].Blocks)
            {
                Block(page, block, language);
            }

            page.Append("</section>\n");
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>Text that stands for itself in HTML and SVG.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text with its special characters escaped.</returns>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static void Contents(StringBuilder page, Report report, Language language)
    {
        page.Append("<nav aria-label=\"").Append(Text(new LocalizedText("Contents", "차례"), language)).Append("\"><ul>\n");
        for (int i = 0; i < report.Sections.Count; i++)
        {
            page.Append("<li><a href=\"#s").Append(i).Append("\">").Append(Text(report.Sections[i].Title, language)).Append("</a></li>\n");
        }

        page.Append("</ul></nav>\n");
    }

    private static void Block(StringBuilder page, ReportBlock block, Language language)
    {
        switch (block)
        {
            case ReportText text:
                page.Append("<p>").Append(Text(text.Text, language)).Append("</p>\n");
                break;
            case ReportTable table:
                Table(page, table, language);
                break;
            case ReportChart chart:
                Chart(page, chart, language);
                break;
            default:
                break;
        }
    }

    private static void Chart(StringBuilder page, ReportChart chart, Language language)
    {
        page.Append("<figure>\n<figcaption><strong>").Append(Text(chart.Title, language)).Append("</strong>");
        if (chart.Reading.In(language) is { Length: > 0 } reading)
        {
            page.Append(' ').Append(Escape(reading));
        }

        page.Append("</figcaption>\n");
        page.Append(chart switch
        {
            HeatMapChart heat => HeatMapSvg.Draw(heat, language),
            ReliabilityChart reliability => ReliabilitySvg.Draw(reliability, language),
            XYChart xy => XYSvg.Draw(xy, language),
            DrawnChart drawn => drawn.Draw(language),
            _ => string.Empty,
        });
        page.Append("<details>\n<summary>").Append(Text(new LocalizedText("As a table", "표로 보기"), language)).Append("</summary>\n");
        Table(page, chart.ToTable(), language);
        page.Append("</details>\n</figure>\n");
    }

    private static void Table(StringBuilder page, ReportTable table, Language language)
    {
        // A table wider than a phone scrolls within its own box, which the keyboard reaches.
        string caption = Text(table.Caption, language);
        page.Append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Append(caption).Append("\">\n<table>\n<caption>").Append(caption).Append("</caption>\n<thead><tr>");
        bool[] isNumber = [.. table.Columns.Select((_, i) => table.Rows.Any(row => row.Cells[i].IsNumber))];
        for (int i = 0; i < table.Columns.Count; i++)
        {
            page.Append("<th scope=\"col\"").Append(isNumber[i] ? " class=\"n\">" : ">").Append(Text(table.Columns[i], language)).Append("</th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        foreach (ReportRow row in table.Rows)
        {
            page.Append(row.IsReference ? "<tr class=\"reference\">" : "<tr>");
            for (int i = 0; i < row.Cells.Count; i++)
            {
                string name = i == 0 ? "th scope=\"row\"" : "td";
                page.Append('<').Append(name).Append(isNumber[i] ? " class=\"n\">" : ">").Append(Cell(row.Cells[i], language)).Append(i == 0 ? "</th>" : "</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    /// <summary>A cell's text; the interval behind a figure may go to a line of its own where the page is narrow.</summary>
    private static string Cell(ReportCell cell, Language language)
    {
        string text = cell.Text.In(language);
        int range = cell.IsNumber ? text.IndexOf(" (", StringComparison.Ordinal) : -1;
        return range < 0
            ? cell.IsNumber ? $"<span>{Escape(text)}</span>" : Escape(text)
            : $"<span>{Escape(text[..range])}</span> <span class=\"range\">{Escape(text[(range + 1)..])}</span>";
    }

    private static string Text(LocalizedText text, Language language) => Escape(text.In(language));
}

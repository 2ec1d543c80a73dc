using Sensorium.Lab.Evaluation;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>Shows a report to a person: tables, or one sentence a line.</summary>
internal static class ReportView
{
    /// <summary>Writes the report to standard output, without the sections that are detail.</summary>
    /// <param name="report">The report.</param>
    /// <param name="shell">Where to write.</param>
    public static void Write(Report report, Shell shell)
    {
        if (shell.IsPlain)
        {
            WriteSentences(report, shell);
            return;
        }

        IAnsiConsole console = shell.CreateConsole();
        console.MarkupLineInterpolated($"[bold]{report.Title.In(shell.Language)}[/]");
        foreach (ReportSection section in report.Sections.Where(section => !section.IsDetail))
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{section.Title.In(shell.Language)}[/]");
            foreach (ReportBlock block in section.Blocks)
            {
                Write(block, console, shell.Language);
            }
        }
    }

    private static void Write(ReportBlock block, IAnsiConsole console, Language language)
    {
        switch (block)
        {
            case ReportText text:
                console.WriteLine(text.Text.In(language));
                break;
            case ReportTable table:
                Write(table, console, language);
                break;
            case ReportChart chart:
                Write(chart.ToTable(), console, language);
                break;
            default:
                break;
        }
    }

    private static void Write(ReportTable table, IAnsiConsole console, Language language)
    {
        console.WriteLine(table.Caption.In(language));
        console.Write(Grid(table, language));
    }

    private static Table Grid(ReportTable table, Language language)
    {
        Table grid = new() { Border = TableBorder.Rounded };
        for (int i = 0; i < table.Columns.Count; i++)
        {
            TableColumn column = new(new Text(table.Columns[i].In(language)));
            int index = i;
            grid.AddColumn(table.Rows.Any(row => row.Cells[index].IsNumber) ? column.RightAligned() : column);
        }

        foreach (ReportRow row in table.Rows)
        {
            grid.AddRow(row.Cells.Select(cell => new Text(cell.Text.In(language), row.IsReference ? new Style(decoration: Decoration.Dim) : Style.Plain)));
        }

        return grid;
    }

    private static void WriteSentences(Report report, Shell shell)
    {
        shell.WriteLine($"{report.Title.In(shell.Language)}.");
        foreach (ReportSection section in report.Sections.Where(section => !section.IsDetail))
        {
            shell.WriteLine($"{section.Title.In(shell.Language)}:");
            foreach (ReportBlock block in section.Blocks)
            {
                if (block is ReportText text)
                {
                    shell.WriteLine(text.Text);
                    continue;
                }

                ReportTable table = block as ReportTable ?? ((ReportChart)block).ToTable();
                shell.WriteLine($"{table.Caption.In(shell.Language)}.");
                foreach (ReportRow row in table.Rows)
                {
                    shell.WriteLine(Sentence(table, row, shell.Language));
                }
            }
        }
    }

    /// <summary>A row as a sentence: its name, then each heading with its figure.</summary>
    private static string Sentence(ReportTable table, ReportRow row, Language language)
    {
        IEnumerable<string> figures = table.Columns.Zip(row.Cells).Skip(1)
            .Where(pair => pair.Second.Text.In(language).Length > 0)
            .Select(pair => $"{pair.First.In(language)} {Spoken(pair.Second.Text.In(language), language)}");
        return $"{row.Cells[0].Text.In(language)}: {string.Join(", ", figures)}.";
    }

    /// <summary>A figure as it is read aloud: a lone dash is nothing, a dash between numbers is a range.</summary>
    private static string Spoken(string text, Language language) => text == "–"
        ? new LocalizedText("none", "없음").In(language)
        : text.Replace("–", new LocalizedText(" to ", "에서 ").In(language), StringComparison.Ordinal);
}

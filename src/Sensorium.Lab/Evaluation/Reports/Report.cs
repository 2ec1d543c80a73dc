namespace Sensorium.Lab.Evaluation;

/// <summary>
/// What an evaluation found, in an order to be read: the same report becomes a terminal's tables, plain sentences, Markdown or one HTML
/// file. Figures for programs are written by each evaluation's own JSON.
/// </summary>
public sealed record Report
{
    /// <summary>What was evaluated.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The command line that makes this report again, without the program's path; null for none.</summary>
    public string? Command { get; init; }

    /// <summary>What to know before the figures, one paragraph each.</summary>
    public IReadOnlyList<LocalizedText> Introduction { get; init; } = [];

    /// <summary>The sections, the most important first.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>The report as one HTML file that needs nothing else: inline SVG, no script, light and dark.</summary>
    /// <param name="language">Its language.</param>
    /// <returns>The file's text.</returns>
    public string ToHtml(Language language) => ReportHtml.Write(this, language);

    /// <summary>The report as Markdown, its charts as their tables.</summary>
    /// <param name="language">Its language.</param>
    /// <returns>Markdown that ends with a line break.</returns>
    public string ToMarkdown(Language language) => ReportMarkdown.Write(this, language);
}

namespace Sensorium.Lab.Evaluation;

/// <summary>One part of a report under a heading.</summary>
public sealed record ReportSection
{
    /// <summary>The heading.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Whether it is shown in files only, and a terminal leaves it out.</summary>
    public bool IsDetail { get; init; }

    /// <summary>Paragraphs, tables and charts in their order.</summary>
    public required IReadOnlyList<ReportBlock> Blocks { get; init; }
}

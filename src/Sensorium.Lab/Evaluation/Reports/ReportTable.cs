namespace Sensorium.Lab.Evaluation;

/// <summary>A table: the first column names what each row is about.</summary>
public sealed record ReportTable : ReportBlock
{
    /// <summary>What the table shows, a few words.</summary>
    public required LocalizedText Caption { get; init; }

    /// <summary>Headings, from left to right.</summary>
    public required IReadOnlyList<LocalizedText> Columns { get; init; }

    /// <summary>The rows; each has one cell for each column.</summary>
    public required IReadOnlyList<ReportRow> Rows { get; init; }
}

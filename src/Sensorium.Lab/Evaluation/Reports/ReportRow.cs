namespace Sensorium.Lab.Evaluation;

/// <summary>A row of a table.</summary>
/// <param name="Cells">One for each column; the first names the row.</param>
/// <param name="IsReference">Whether the row stands there for comparison only, a trivial baseline say; it is shown fainter.</param>
public sealed record ReportRow(IReadOnlyList<ReportCell> Cells, bool IsReference = false);

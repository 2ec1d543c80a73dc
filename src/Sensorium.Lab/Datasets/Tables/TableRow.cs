namespace Sensorium.Lab.Datasets;

/// <summary>A row of a table.</summary>
/// <param name="Line">The line it begins on, 1 for the first of the file.</param>
/// <param name="Cells">Its cells, without quotes.</param>
internal sealed record TableRow(int Line, IReadOnlyList<string> Cells);

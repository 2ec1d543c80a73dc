namespace Sensorium.Lab.Evaluation;

/// <summary>Lines or points over two axes: precision against recall, accuracy against size, stated against rated.</summary>
public sealed record XYChart : ReportChart
{
    /// <summary>From left to right.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>From the bottom up.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>What is drawn.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Whether the diagonal, where both are equal, is drawn.</summary>
    public bool HasDiagonal { get; init; }

    /// <summary>The table beside it; null for one of all points, which suits few points only.</summary>
    public ReportTable? Table { get; init; }

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table ?? new ReportTable
    {
        Caption = Title,
        Columns = [X.Title, .. Series.Select(series => series.Name)],
        Rows =
        [
            .. Series.SelectMany(series => series.Points).Select(point => point.X).Distinct().Order().Select(x => new ReportRow(
            [
                Cell(X, x), .. Series.Select(series => Cell(Y, [.. series.Points.Where(point => point.X == x).Select(point => point.Y)])),
            ])),
        ],
    };

    private static ReportCell Cell(ChartAxis axis, params ReadOnlySpan<double> values)
    {
        double value = values.IsEmpty ? double.NaN : values[0];
        return axis.IsPercent ? ReportCell.Percent(value) : ReportCell.Number(value, value == Math.Round(value) ? 0 : 2);
    }
}

namespace Sensorium.Lab.Evaluation;

/// <summary>A confusion matrix: counts by row and column, each cell as dark as its share of its row.</summary>
public sealed record HeatMapChart : ReportChart
{
    /// <summary>What the rows are, e.g. "true".</summary>
    public required LocalizedText RowTitle { get; init; }

    /// <summary>What the columns are, e.g. "named".</summary>
    public required LocalizedText ColumnTitle { get; init; }

    /// <summary>Names of the rows.</summary>
    public required IReadOnlyList<LocalizedText> Rows { get; init; }

    /// <summary>Names of the columns.</summary>
    public required IReadOnlyList<LocalizedText> Columns { get; init; }

    /// <summary>The counts: <c>[rows x columns]</c>.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Counts { get; init; }

    /// <summary>The heat map of a confusion matrix.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="matrix">The counts.</param>
    /// <param name="classes">Names of the classes.</param>
    /// <returns>The chart.</returns>
    public static HeatMapChart Of(LocalizedText title, ConfusionMatrix matrix, IReadOnlyList<LocalizedText> classes)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new HeatMapChart
        {
            Title = title,
            Reading = new(
                "Each row is a true class; the numbers count items, the shade is the share of the row. The diagonal is right.",
                "각 행은 실제 분류입니다. 숫자는 항목 수이고, 진하기는 그 행에서 차지하는 비율입니다. 대각선이 맞힌 것입니다."),
            RowTitle = new("true", "실제"),
            ColumnTitle = new("named", "예측"),
            Rows = classes,
            Columns = classes,
            Counts = [.. Enumerable.Range(0, matrix.Classes).Select(r => (IReadOnlyList<int>)[.. Enumerable.Range(0, matrix.Classes).Select(c => matrix[r, c])])],
        };
    }

    /// <inheritdoc/>
    public override ReportTable ToTable() => new()
    {
        Caption = Title,
        Columns = [new($"{RowTitle.English} \\ {ColumnTitle.English}", $"{RowTitle.Korean} \\ {ColumnTitle.Korean}"), .. Columns],
        Rows = [.. Rows.Select((name, r) => new ReportRow([new ReportCell(name), .. Counts[r].Select(count => ReportCell.Count(count))]))],
    };
}

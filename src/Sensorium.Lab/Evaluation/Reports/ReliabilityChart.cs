namespace Sensorium.Lab.Evaluation;

/// <summary>A reliability diagram: how often items were right against how sure the model was of them, and how many there were.</summary>
public sealed record ReliabilityChart : ReportChart
{
    /// <summary>The bins, from the lowest probability on.</summary>
    public required IReadOnlyList<ReliabilityBin> Bins { get; init; }

    /// <summary>The diagram of bins.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="bins">The bins, from the lowest probability on.</param>
    /// <returns>The chart.</returns>
    public static ReliabilityChart Of(LocalizedText title, IReadOnlyList<ReliabilityBin> bins) => new()
    {
        Title = title,
        Reading = new(
            "Bars reach the line where the model is right as often as it says: above the line it is too modest, below too sure. The lower bars count the items.",
            "막대가 대각선에 닿으면 모델이 말한 확률만큼 맞힌 것입니다. 선보다 높으면 지나치게 겸손하고, 낮으면 지나치게 확신합니다. 아래 막대는 항목 수입니다."),
        Bins = bins,
    };

    /// <inheritdoc/>
    public override ReportTable ToTable() => new()
    {
        Caption = Title,
        Columns = [new("top probability", "가장 큰 확률"), new("items", "항목"), new("mean probability", "평균 확률"), new("right", "맞힘")],
        Rows =
        [
            .. Bins.Where(bin => bin.Count > 0).Select(bin => new ReportRow(
            [
                ReportCell.Of($"{bin.From:F2}–{bin.To:F2}"), ReportCell.Count(bin.Count), ReportCell.Percent(bin.Confidence), ReportCell.Percent(bin.Accuracy),
            ])),
        ],
    };
}

using Sensorium.Lab.Datasets;

namespace Sensorium.Lab.Evaluation;

/// <summary>The section that names what was left out of a data set.</summary>
internal static class FaultReport
{
    private const int MostNamed = 20;

    /// <summary>The section; none where nothing was left out.</summary>
    /// <param name="faults">What was left out.</param>
    /// <returns>At most one section.</returns>
    public static IEnumerable<ReportSection> Sections(IReadOnlyList<DatasetFault> faults)
    {
        if (faults.Count == 0)
        {
            yield break;
        }

        int unnamed = faults.Count - MostNamed;
        yield return new ReportSection
        {
            Title = new($"Left out: {faults.Count:N0}", $"뺀 것: {faults.Count:N0}건"),
            Blocks =
            [
                new ReportTable
                {
                    Caption = new("What could not be used", "쓸 수 없는 항목"),
                    Columns = [new("entry", "항목"), new("why", "이유")],
                    Rows = [.. faults.Take(MostNamed).Select(fault => new ReportRow([ReportCell.Of(fault.Name), new ReportCell(fault.Reason)]))],
                },
                .. unnamed > 0
                    ? (ReportBlock[])[new ReportText(new($"{unnamed:N0} more are counted but not named here; --json names the first hundred.", $"그 밖의 {unnamed:N0}건은 세기만 하고 이름은 적지 않았습니다. --json은 처음 백 건의 이름을 적습니다."))]
                    : [],
            ],
        };
    }
}

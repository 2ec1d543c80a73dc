using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Scenes;

/// <summary>Puts the evaluation of scenes into words, a table and charts.</summary>
internal static class SceneReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="result">The figures.</param>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public static Report Of(SceneEvaluationResult result, string? command) => new()
    {
        Title = new("Feeling of scenes", "장면의 느낌"),
        Command = command,
        Introduction =
        [
            new(
                $"{result.Items:N0} photographs of {result.Themes:N0} themes (OASIS); five folds that share no theme, {result.Options.Divisions} divisions. Each photograph is stated while its theme is held out.",
                $"{result.Themes:N0}개 주제의 사진 {result.Items:N0}장(OASIS). 주제가 겹치지 않는 다섯 묶음을 {result.Options.Divisions}가지로 나누었습니다. 모든 사진은 그 주제를 뺀 나머지로 학습한 모델로 추정합니다."),
            new(
                $"How the heads are fitted is chosen among {result.Candidates} ways by folds within the four that are learnt from.",
                $"모델의 설정은 학습용 네 묶음 안에서 다시 나눈 묶음으로 {result.Candidates}가지 가운데 고릅니다."),
            .. result.WithoutFaces is { } reason
                ? (LocalizedText[])[new($"Here {reason.English}; the model is measured without them.", $"{reason.Korean}. 그래서 얼굴 없이 측정했습니다.")]
                : [],
        ],
        Sections =
        [
            new ReportSection
            {
                Title = new("Themes that were not seen", "본 적 없는 주제"),
                Blocks = [Table(result, axis => axis.Valence, new("Valence", "정서가")), Table(result, axis => axis.Arousal, new("Arousal", "각성도")), new ReportText(Reading)],
            },
            .. Shipped(result),
            new ReportSection
            {
                Title = new("Stated against rated", "추정값과 평점"),
                IsDetail = true,
                Blocks =
                [
                    Chart(new("Valence", "정서가"), result.Places.Select(place => new ChartPoint(place.RatedValence, place.StatedValence))),
                    Chart(new("Arousal", "각성도"), result.Places.Select(place => new ChartPoint(place.RatedArousal, place.StatedArousal))),
                ],
            },
            new ReportSection { Title = new("How the heads were fitted", "고른 설정"), IsDetail = true, Blocks = [ChosenTable(result)] },
            .. FaultReport.Sections(result.Faults),
        ],
    };

    private static LocalizedText Reading { get; } = new(
        "r by fold: Pearson's r within a fold, mean of all folds, ± standard deviation between divisions. r overall: over all photographs, with the 95 % interval of themes drawn again. Error: root mean square, on the scale -1 to 1. Covered: ratings within the stated 80 % interval.",
        "묶음별 r: 묶음 안에서 구한 피어슨 r의 평균 ± 나누는 방법에 따른 표준편차. 전체 r: 모든 사진에서 구한 값이며, 주제를 다시 뽑아 얻은 95 % 구간을 붙입니다. 오차: -1~1 눈금의 제곱평균제곱근. 포함률: 80 % 구간 안에 든 평점의 비율.");

    private static IEnumerable<ReportSection> Shipped(SceneEvaluationResult result)
    {
        if (result.Shipped is not { } shipped)
        {
            yield break;
        }

        yield return new ReportSection
        {
            Title = new($"The shipped model, {result.ShippedModel}", $"배포 모델 {result.ShippedModel}"),
            Blocks =
            [
                new ReportText(new(
                    $"It was fitted to all of these photographs, so these figures only show that it is the model it claims to be: valence r {shipped.Valence.Correlation.Value:F2}, arousal r {shipped.Arousal.Correlation.Value:F2}. What to expect of new pictures stands above.",
                    $"이 모델은 이 사진 모두로 학습했으므로 다음 수치는 모델이 제대로 실렸는지만 보여 줍니다: 정서가 r {shipped.Valence.Correlation.Value:F2}, 각성도 r {shipped.Arousal.Correlation.Value:F2}. 새 사진에서 기대할 수치는 위의 표에 있습니다.")),
            ],
        };
    }

    private static ReportTable Table(SceneEvaluationResult result, Func<SceneMethodResult, SceneAxisResult> axis, LocalizedText name) => new()
    {
        Caption = name,
        Columns = [name, new("r by fold", "묶음별 r"), new("r overall", "전체 r"), new("error", "오차"), new("covered", "포함률")],
        Rows = [.. result.Methods.Select(method => Row(method.Title, axis(method), method.IsReference))],
    };

    private static ReportRow Row(LocalizedText title, SceneAxisResult axis, bool isReference) => new(
        [
            new ReportCell(title),
            ReportCell.Of(double.IsNaN(axis.FoldCorrelationSd) ? $"{axis.FoldCorrelation:F3}" : $"{axis.FoldCorrelation:F3} ± {axis.FoldCorrelationSd:F3}") with { IsNumber = true },
            ReportCell.Number(axis.Correlation, 3),
            ReportCell.Number(axis.Error, 3),
            ReportCell.Percent(axis.Coverage),
        ],
        isReference);

    private static ReportTable ChosenTable(SceneEvaluationResult result) => new()
    {
        Caption = new("Chosen in the inner folds", "안쪽 묶음에서 고른 설정"),
        Columns = [new("axis", "축"), new("mix of blocks, noise, part of it that themes share", "블록 비율, 잡음, 주제가 나누는 몫"), new("times", "횟수")],
        Rows = [.. result.Chosen.Select(chosen => new ReportRow([ReportCell.Of(chosen.Axis), ReportCell.Of(chosen.Choice), ReportCell.Count(chosen.Times)]))],
    };

    private static XYChart Chart(LocalizedText axis, IEnumerable<ChartPoint> points)
    {
        ChartPoint[] all = [.. points];
        double[] ticks = [-1, -.5, 0, .5, 1];
        return new XYChart
        {
            Title = axis,
            Reading = new("One point a photograph; on the diagonal the statement is right.", "점 하나가 사진 한 장입니다. 대각선 위의 점은 추정이 맞은 것입니다."),
            X = new(new("rated", "평점"), -1, 1, ticks),
            Y = new(new("stated", "추정"), -1, 1, ticks),
            Series = [new(axis, all, HasLine: false)],
            HasDiagonal = true,
            Table = new ReportTable
            {
                Caption = new("Spread", "퍼짐"),
                Columns = [axis, new("mean", "평균"), new("standard deviation", "표준편차")],
                Rows = [Moments(new("rated", "평점"), all.Select(point => point.X)), Moments(new("stated", "추정"), all.Select(point => point.Y))],
            },
        };
    }

    private static ReportRow Moments(LocalizedText name, IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average();
        return new ReportRow([new ReportCell(name), ReportCell.Number(mean, 3), ReportCell.Number(Math.Sqrt(all.Average(value => (value - mean) * (value - mean))), 3)]);
    }
}

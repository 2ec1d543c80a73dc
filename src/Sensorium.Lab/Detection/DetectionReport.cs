using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Detection;

/// <summary>Puts the figures of detection into an order to be read.</summary>
internal static class DetectionReport
{
    private static readonly LocalizedText Detector = new("detector", "검출기");
    private static readonly LocalizedText Recall = new("recall", "재현율");
    private static readonly LocalizedText Precision = new("precision", "정밀도");

    /// <summary>Makes the report.</summary>
    /// <param name="result">The figures.</param>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public static Report Of(DetectionResult result, string? command) => new()
    {
        Title = new("Finding faces", "얼굴 찾기 평가"),
        Command = command,
        Introduction = Introduction(result),
        Sections =
        [
            Overview(result),
            .. result.Sets.Where(set => set.Detectors.Any(scores => scores.Sizes.Count > 0)).Select(BySize),
            .. Times(result),
            Curves(result),
            .. FaultReport.Sections(result.Faults),
        ],
    };

    private static List<LocalizedText> Introduction(DetectionResult result)
    {
        List<LocalizedText> texts =
        [
            new(
                $"A finding is right where it overlaps a face that no surer finding took, by an intersection over union of {BoxMatching.Overlap:0.0} at least; a second finding of one face is wrong. Recall and precision are stated at each detector's own threshold, the average precision over all thresholds; beside it stands the highest recall over all thresholds at which the precision is {DetectionEvaluation.GoodPrecision:0.00} or more.",
                $"더 확실한 검출이 차지하지 않은 얼굴과 IoU {BoxMatching.Overlap:0.0} 이상 겹치면 맞힌 것으로 봅니다. 한 얼굴을 두 번 찾으면 두 번째는 틀린 것입니다. 재현율과 정밀도는 각 검출기의 고유 문턱값에서, 평균 정밀도는 모든 문턱값에 대해 구했습니다. 그 옆은 정밀도가 {DetectionEvaluation.GoodPrecision:0.00} 이상인 문턱값들에서 가장 높은 재현율입니다."),
            new(
                "Detectors frame faces differently: the people of dlib drew squares from the brows to the chin, YuNet reaches from the hairline to the chin, UltraFace likewise and wider. The low overlap asked for allows for that, and it is why boxes of different makers can be compared at all.",
                "검출기마다 얼굴을 감싸는 방식이 다릅니다. dlib의 상자는 사람이 눈썹에서 턱까지 그린 정사각형이고, YuNet은 머리선에서 턱까지, UltraFace는 그보다 조금 넓게 감쌉니다. 겹침 기준을 낮게 둔 것은 이 차이 때문이며, 그래야 서로 다른 상자를 견줄 수 있습니다."),
        ];
        if (result.Judge is { } judge)
        {
            texts.Add(new(
                $"Where nobody drew boxes, {judge} is the judge: its boxes from a confidence of {result.SureConfidence:0.0#} on are faces to be found; those from {result.DoubtfulConfidence:0.0#} up to that need not be found and are no mistake. Its own errors count against the others, and it is not measured against itself.",
                $"사람이 그린 상자가 없는 사진은 {judge} 모델이 판정했습니다. 확신도 {result.SureConfidence:0.0#} 이상인 상자는 찾아야 할 얼굴이고, {result.DoubtfulConfidence:0.0#} 이상 그 미만인 상자는 찾지 않아도 되고 찾아도 틀린 것이 아닙니다. 판정 모델의 실수는 다른 검출기에 불리하게 작용하며, 판정 모델 자신은 이 사진들로 재지 않습니다."));
        }

        if (result.Absent.Count > 0)
        {
            string names = string.Join(", ", result.Absent);
            texts.Add(new($"Not here, and therefore left out: {names}.", $"이 컴퓨터에 없어서 뺀 검출기: {names}."));
        }

        texts.Add(new(
            $"Ranges are 95 % percentile bootstrap intervals: {result.Resamples:N0} resamples of the pictures, seed {result.Seed}.",
            $"괄호 안은 95% 백분위수 부트스트랩 구간입니다(사진을 {result.Resamples:N0}번 다시 뽑음, 씨앗 {result.Seed})."));
        return texts;
    }

    private static ReportSection Overview(DetectionResult result) => new()
    {
        Title = new("Overview", "요약"),
        Blocks =
        [
            .. result.Sets.Select(set => new ReportTable
            {
                Caption = new(
                    $"{DetectionSets.Title(set.Kind).English}: {set.Pictures:N0} pictures, {set.Faces:N0} faces{(set.Ignored > 0 ? $", {set.Ignored:N0} boxes ignored" : string.Empty)}",
                    $"{DetectionSets.Title(set.Kind).Korean}: 사진 {set.Pictures:N0}장, 얼굴 {set.Faces:N0}개{(set.Ignored > 0 ? $", 무시한 상자 {set.Ignored:N0}개" : string.Empty)}"),
                Columns =
                [
                    Detector, new("threshold", "문턱값"), Recall, Precision, new("average precision", "평균 정밀도"),
                    new($"recall at precision {DetectionEvaluation.GoodPrecision:0.00}", $"정밀도 {DetectionEvaluation.GoodPrecision:0.00}에서 재현율"),
                ],
                Rows =
                [
                    .. set.Detectors.Select(scores => new ReportRow(
                    [
                        ReportCell.Of(scores.Model), ReportCell.Number(scores.Threshold, 2), ReportCell.Number(scores.Recall, 3),
                        ReportCell.Number(scores.Precision, 3), ReportCell.Number(scores.AveragePrecision, 3), ReportCell.Number(scores.GoodRecall, 3),
                    ])),
                ],
            }),
        ],
    };

    private static ReportSection BySize(DetectionSetResult set)
    {
        IReadOnlyList<DetectionSizeScores> ranges = set.Detectors[0].Sizes;
        LocalizedText title = new("Recall by size of the face in pixels", "얼굴 크기(픽셀)별 재현율");
        return new ReportSection
        {
            Title = new($"By size: {DetectionSets.Title(set.Kind).English}", $"크기별: {DetectionSets.Title(set.Kind).Korean}"),
            Blocks =
            [
                new XYChart
                {
                    Title = title,
                    Reading = new(
                        "The size is the side of the square of the same area as the box, in a picture 640 pixels long; each point stands at the beginning of its range.",
                        "크기는 상자와 넓이가 같은 정사각형의 한 변이며, 긴 변이 640픽셀인 그림을 기준으로 합니다. 점은 각 구간의 시작에 찍었습니다."),
                    X = new ChartAxis(new("size from, in pixels", "크기(픽셀, 이상)"), 10, ranges[^1].From + 8, [.. ranges.Select(range => range.From)]),
                    Y = ChartAxis.Share(Recall),
                    Series = [.. set.Detectors.Select(scores => new ChartSeries(Same(scores.Model), [.. scores.Sizes.Select(size => new ChartPoint(size.From, size.Recall))]))],
                    Table = new ReportTable
                    {
                        Caption = new("By size, at each detector's threshold", "크기별, 각 검출기의 문턱값에서"),
                        Columns = [new("size", "크기"), Detector, new("faces", "얼굴"), Recall, new("found", "찾은 것"), Precision],
                        Rows =
                        [
                            .. from i in Enumerable.Range(0, ranges.Count)
                               from scores in set.Detectors
                               let size = scores.Sizes[i]
                               select new ReportRow(
                               [
                                   ReportCell.Of(DetectionSets.Range(size)), ReportCell.Of(scores.Model), ReportCell.Count(size.Faces),
                                   ReportCell.Number(size.Recall, 3), ReportCell.Count(size.Found), ReportCell.Number(size.Precision, 3),
                               ]),
                        ],
                    },
                },
            ],
        };
    }

    private static IEnumerable<ReportSection> Times(DetectionResult result)
    {
        if (result.Times.Count > 0)
        {
            yield return new ReportSection
            {
                Title = new("Time", "시간"),
                Blocks =
                [
                    new ReportTable
                    {
                        Caption = new(
                            $"Milliseconds for a decoded photograph of {DetectionTimer.Width} x {DetectionTimer.Height} pixels, one core, warm",
                            $"디코딩된 {DetectionTimer.Width} x {DetectionTimer.Height}픽셀 사진 한 장에 걸리는 밀리초(코어 하나, 준비된 상태)"),
                        Columns = [Detector, new("by the clock, median", "시계로 잰 중앙값"), new("processor time", "프로세서 시간")],
                        Rows = [.. result.Times.Select(time => new ReportRow([ReportCell.Of(time.Model), ReportCell.Number(time.Elapsed, 0), ReportCell.Number(time.Processor, 0)]))],
                    },
                ],
            };
        }
    }

    private static ReportSection Curves(DetectionResult result) => new()
    {
        Title = new("Precision against recall", "재현율에 따른 정밀도"),
        IsDetail = true,
        Blocks =
        [
            .. result.Sets.Select(set => new XYChart
            {
                Title = DetectionSets.Title(set.Kind),
                Reading = new("From left to right the threshold falls: more faces are found, and more that are none.", "오른쪽으로 갈수록 문턱값이 낮아져 더 많은 얼굴을 찾지만, 얼굴이 아닌 것도 늘어납니다."),
                X = ChartAxis.Share(Recall),
                Y = ChartAxis.Share(Precision),
                Series = [.. set.Detectors.Select(scores => new ChartSeries(Same(scores.Model), [.. scores.Curve.Select(point => new ChartPoint(point.Recall, point.Precision))], HasMarks: false))],
                Table = CurveTable(set),
            }),
        ],
    };

    /// <summary>The precision that each detector has where it finds so many of the faces; a dash where it never does.</summary>
    private static ReportTable CurveTable(DetectionSetResult set) => new()
    {
        Caption = new("Precision at a recall of at least", "재현율이 다음 이상일 때의 정밀도"),
        Columns = [Recall, .. set.Detectors.Select(scores => Same(scores.Model))],
        Rows =
        [
            .. Enumerable.Range(1, 10).Select(i => new ReportRow(
            [
                ReportCell.Percent(i / 10.0, 0),
                .. set.Detectors.Select(scores => ReportCell.Percent(scores.Curve.Where(point => point.Recall >= (i / 10.0) - 1e-9).Select(point => point.Precision).DefaultIfEmpty(double.NaN).Max())),
            ])),
        ],
    };

    private static LocalizedText Same(string text) => new(text, text);
}

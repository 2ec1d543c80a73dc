using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Faces;

/// <summary>Puts the figures of faces into an order to be read.</summary>
internal static class FaceReport
{
    private static readonly LocalizedText Model = new("model", "모델");
    private static readonly LocalizedText Faces = new("faces", "얼굴");
    private static readonly LocalizedText Accuracy = new("accuracy", "정확도");
    private static readonly LocalizedText Recall = new("unweighted recall", "비가중 재현율");
    private static readonly LocalizedText F1 = new("macro-F1", "macro-F1");
    private static readonly LocalizedText Baseline = new("always the commonest", "늘 가장 흔한 감정");

    /// <summary>Makes the report.</summary>
    /// <param name="result">The figures.</param>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public static Report Of(FaceEvaluationResult result, string? command) => new()
    {
        Title = new(
            $"Expression of faces: {result.Data}{(result.Split is { } s ? $", {s}" : string.Empty)}",
            $"얼굴 표정 평가: {result.Data}{(result.Split is { } k ? $", {k}" : string.Empty)}"),
        Command = command,
        Introduction = Introduction(result),
        Sections =
        [
            Overview(result), Protocols(result), Crops(result), Sizes(result),
            .. result.Models.SelectMany(model => (ReportSection[])[ByEmotion(result, model), Details(model)]),
            .. FaultReport.Sections(result.Faults),
        ],
    };

    private static List<LocalizedText> Introduction(FaceEvaluationResult result)
    {
        FaceScores first = result.Baseline[0];
        LocalizedText protocol = FaceProtocols.Title(result.Protocols[0]);
        LocalizedText crop = FaceCrops.Title(result.Crops[0]);
        List<LocalizedText> texts =
        [
            new(
                $"{result.Items:N0} faces were read and {result.Faults.Count:N0} entries left out. Unless said otherwise the figures are of the {first.Items:N0} faces of the protocol \"{protocol.English}\", shown {crop.English}.",
                $"얼굴 {result.Items:N0}개를 읽고 {result.Faults.Count:N0}건을 뺐습니다. 따로 밝히지 않은 수치는 \"{protocol.Korean}\" 방식의 얼굴 {first.Items:N0}개를 \"{crop.Korean}\" 방식으로 보여 준 결과입니다."),
            .. result.Protocols.Select(FaceProtocols.Description),
            new(
                $"Ranges are 95 % percentile bootstrap intervals: {result.Resamples:N0} resamples of the faces, seed {result.Seed}. The loss is the cross-entropy in nats against the shares of the votes (or the label); no model can be below {result.LeastLoss[0]:F3} here, because the jury disagreed. Calibration is the expected calibration error over 15 bins, of equal width and (adaptive) of equal count.",
                $"괄호 안은 95% 백분위수 부트스트랩 구간입니다(얼굴을 {result.Resamples:N0}번 다시 뽑음, 씨앗 {result.Seed}). 손실은 투표 비율(또는 라벨)에 대한 교차 엔트로피(nat)이며, 판정단의 의견이 갈렸으므로 여기서는 {result.LeastLoss[0]:F3}보다 낮을 수 없습니다. 보정 오차는 구간 15개로 구한 기대 보정 오차로, 폭이 같은 구간과 개수가 같은 구간(적응형)으로 구했습니다."),
        ];
        if (result.Detector is { } detector)
        {
            texts.Add(new(
                $"Faces in photographs were found by {detector}; in {result.WithoutFace:N0} it found none, and they were shown whole.",
                $"사진 속 얼굴은 {detector} 모델로 찾았습니다. {result.WithoutFace:N0}장에서는 찾지 못해 사진 전체를 보여 주었습니다."));
        }

        return texts;
    }

    private static ReportSection Overview(FaceEvaluationResult result) => new()
    {
        Title = new("Overview", "요약"),
        Blocks =
        [
            new ReportTable
            {
                Caption = new("How often each model is right", "얼마나 맞히는가"),
                Columns = [Model, Accuracy, Recall, F1],
                Rows =
                [
                    .. result.Models.Select(model => Right([ReportCell.Of(model.Model)], model.Scores[0])),
                    Right([new ReportCell(Baseline)], result.Baseline[0], isReference: true),
                ],
            },
            new ReportTable
            {
                Caption = new("How well its probabilities fit", "확률이 얼마나 맞는가"),
                Columns = [Model, new("loss", "손실"), new("calibration error", "보정 오차"), new("adaptive", "적응형"), new("Brier", "Brier")],
                Rows = [.. result.Models.Select(model => Fit(ReportCell.Of(model.Model), model.Scores[0])), Fit(new ReportCell(Baseline), result.Baseline[0], isReference: true)],
            },
            .. Times(result),
        ],
    };

    private static IEnumerable<ReportBlock> Times(FaceEvaluationResult result)
    {
        if (result.Models.Any(model => model.Times is not null))
        {
            yield return new ReportTable
            {
                Caption = new("Milliseconds a face, one core, warm", "얼굴 하나에 걸리는 밀리초(코어 하나, 준비된 상태)"),
                Columns = [Model, new("one at a time", "하나씩"), new("32 at a time", "32개씩"), new("processor time, one at a time", "하나씩 볼 때의 프로세서 시간")],
                Rows = [.. result.Models.Select(model => new ReportRow(
                [
                    ReportCell.Of(model.Model), ReportCell.Number(model.Times?.OneByOne ?? double.NaN, 2), ReportCell.Number(model.Times?.Batched ?? double.NaN, 2),
                    ReportCell.Number(model.Times?.Processor ?? double.NaN, 2),
                ]))],
            };
        }
    }

    private static ReportSection Protocols(FaceEvaluationResult result) => new()
    {
        Title = new("By protocol", "셈하는 방식별"),
        Blocks =
        [
            new ReportTable
            {
                Caption = new("The same answers, counted in each way", "같은 답을 방식별로 셈한 결과"),
                Columns = [new("protocol", "방식"), Model, Faces, Accuracy, Recall, F1],
                Rows =
                [
                    .. result.Protocols.SelectMany((protocol, i) => result.Models
                        .Select(model => Right([new ReportCell(FaceProtocols.Title(protocol)), ReportCell.Of(model.Model), ReportCell.Count(model.Scores[i].Items)], model.Scores[i]))
                        .Append(Right([new ReportCell(FaceProtocols.Title(protocol)), new ReportCell(Baseline), ReportCell.Count(result.Baseline[i].Items)], result.Baseline[i], isReference: true))),
                ],
            },
        ],
    };

    private static ReportSection Crops(FaceEvaluationResult result) => new()
    {
        Title = new("By crop", "자르는 방식별"),
        Blocks =
        [
            new ReportTable
            {
                Caption = new("The same faces, shown in each way", "같은 얼굴을 방식별로 보여 준 결과"),
                Columns = [new("crop", "자르는 방식"), Model, Accuracy, Recall, F1],
                Rows =
                [
                    .. result.Crops.SelectMany((crop, i) => result.Models.Select(model =>
                        Right([new ReportCell(FaceCrops.Title(crop)), ReportCell.Of(model.Model)], model.CropScores[i]))),
                ],
            },
        ],
    };

    private static ReportSection Sizes(FaceEvaluationResult result)
    {
        int[] sides = [.. FaceEvaluation.Sizes.Order()];
        double least = Math.Floor(10 * result.Models.Min(model => model.Sizes.Min(size => size.Accuracy.Lowest))) / 10;
        double[] ticks = [.. Enumerable.Range(0, 11).Select(i => i / 10.0).Where(tick => tick >= least)];
        return new ReportSection
        {
            Title = new("By size", "크기별"),
            Blocks =
            [
                new XYChart
                {
                    Title = new("Accuracy by size of the face in pixels", "얼굴 크기(픽셀)별 정확도"),
                    Reading = new(
                        "Each tile was reduced to the size by the mean of areas and enlarged to 48 pixels again.",
                        "타일을 면적 평균으로 그 크기까지 줄인 다음 48픽셀로 다시 늘렸습니다."),
                    X = new ChartAxis(new("side in pixels", "한 변(픽셀)"), sides[0] - 2, sides[^1] + 2, [.. sides.Select(side => (double)side)]),
                    Y = new ChartAxis(Accuracy, least, 1, ticks, IsPercent: true),
                    Series =
                    [
                        .. result.Models.Select(model => new ChartSeries(Same(model.Model), [.. model.Sizes.OrderBy(size => size.Side).Select(size => new ChartPoint(size.Side, size.Accuracy.Value))])),
                    ],
                    Table = new ReportTable
                    {
                        Caption = new("Accuracy by size of the face in pixels", "얼굴 크기(픽셀)별 정확도"),
                        Columns = [new("side", "한 변"), Model, Accuracy, Recall],
                        Rows =
                        [
                            .. from side in FaceEvaluation.Sizes
                               from model in result.Models
                               let size = model.Sizes.First(size => size.Side == side)
                               select new ReportRow([ReportCell.Count(side), ReportCell.Of(model.Model), ReportCell.Percent(size.Accuracy), ReportCell.Number(size.UnweightedAverageRecall, 3)]),
                        ],
                    },
                },
            ],
        };
    }

    private static ReportSection ByEmotion(FaceEvaluationResult result, FaceModelResult model) => new()
    {
        Title = new($"{model.Model}: by emotion", $"{model.Model}: 감정별"),
        Blocks =
        [
            new ReportTable
            {
                Caption = new($"By emotion, protocol \"{FaceProtocols.Title(result.Protocols[0]).English}\"", $"감정별, \"{FaceProtocols.Title(result.Protocols[0]).Korean}\" 방식"),
                Columns = [new("emotion", "감정"), Faces, new("recall", "재현율"), new("precision", "정밀도"), new("F1", "F1")],
                Rows =
                [
                    .. EmotionNames.All.Select((name, k) => new ReportRow(
                    [
                        new ReportCell(name), ReportCell.Count(model.Confusion.Asked(k)), ReportCell.Number(model.Confusion.Recall(k), 3),
                        ReportCell.Number(model.Confusion.Precision(k), 3), ReportCell.Number(model.Confusion.F1(k), 3),
                    ])),
                ],
            },
        ],
    };

    private static ReportSection Details(FaceModelResult model) => new()
    {
        Title = new($"{model.Model}: what is taken for what", $"{model.Model}: 무엇을 무엇으로 보는가"),
        IsDetail = true,
        Blocks =
        [
            HeatMapChart.Of(new("Confusion matrix", "혼동 행렬"), model.Confusion, EmotionNames.All),
            ReliabilityChart.Of(new("Reliability", "신뢰도"), model.Reliability),
        ],
    };

    private static ReportRow Right(ReportCell[] names, FaceScores scores, bool isReference = false) => new(
        [.. names, ReportCell.Percent(scores.Accuracy), ReportCell.Number(scores.UnweightedAverageRecall, 3), ReportCell.Number(scores.MacroF1, 3)], isReference);

    private static ReportRow Fit(ReportCell name, FaceScores scores, bool isReference = false) => new(
        [
            name, ReportCell.Number(scores.Loss, 3), ReportCell.Number(scores.CalibrationError, 3), ReportCell.Number(scores.AdaptiveCalibrationError, 3),
            ReportCell.Number(scores.Brier, 3),
        ],
        isReference);

    private static LocalizedText Same(string text) => new(text, text);
}

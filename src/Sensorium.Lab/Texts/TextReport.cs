using Sensorium.Lab.Evaluation;
using Sensorium.Lab.Faces;

namespace Sensorium.Lab.Texts;

/// <summary>Puts the figures of texts into an order to be read.</summary>
internal static class TextReport
{
    private static readonly LocalizedText[] AxisNames = [new("valence", "정서가"), new("arousal", "각성도"), new("dominance", "지배감")];
    private static readonly LocalizedText Method = new("method", "방법");

    /// <summary>Makes the report.</summary>
    /// <param name="result">The figures.</param>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public static Report Of(TextEvaluationResult result, string? command) => new()
    {
        Title = new($"Feeling of texts: {result.Model}", $"글의 느낌 평가: {result.Model}"),
        Command = command,
        Introduction =
        [
            new(
                $"Ranges are 95 % percentile bootstrap intervals: {result.Options.Resamples:N0} resamples of the texts, seed {result.Options.Seed}. No text of the dev splits was used in training.",
                $"괄호 안은 95% 백분위수 부트스트랩 구간입니다(글을 {result.Options.Resamples:N0}번 다시 뽑음, 씨앗 {result.Options.Seed}). dev 부분의 글은 학습에 쓰지 않았습니다."),
        ],
        Sections = [.. Sections(result), .. FaultReport.Sections(result.Faults)],
    };

    private static IEnumerable<ReportSection> Sections(TextEvaluationResult result)
    {
        if (result.Axes.Count > 0)
        {
            yield return Section(new("EmoBank: place on the plane", "EmoBank: 평면 위의 위치"), Axes(result));
        }

        if (result.Naming is { } naming)
        {
            yield return Section(new("GoEmotions: name of the emotion", "GoEmotions: 감정의 이름"), Naming(result, naming), ByEmotion(naming));
            yield return Section(
                new("GoEmotions: what is taken for what", "GoEmotions: 무엇을 무엇으로 보는가"),
                HeatMapChart.Of(new("Confusion matrix", "혼동 행렬"), naming.Confusion, EmotionNames.All),
                ReliabilityChart.Of(new("Reliability", "신뢰도"), naming.Reliability)) with
            {
                IsDetail = true,
            };
        }

        if (result.Presence is { } presence)
        {
            yield return Section(new("KOTE: which emotions are there", "KOTE: 어떤 감정이 있는가"), Presence(presence), new ReportText(presence.IsHeldOut
                ? new("Each comment was read by a model trained without its fold.", "각 댓글은 그 묶음을 빼고 학습한 모델이 읽었습니다.")
                : new("The model was trained on these comments: memory, not skill. --fold-models measures it held out.", "모델이 이 댓글로 학습했으므로 실력이 아니라 기억입니다. --fold-models로 학습에 쓰지 않은 댓글을 잴 수 있습니다.")));
        }

        if (result.SentencesPerSecond is { } rate)
        {
            yield return Section(new("Speed", "속도"), new ReportText(new(
                $"{rate:N0} texts a second on one core, {result.PerceptsPerSecond:N0} with evidence.", $"코어 하나에서 초당 {rate:N0}건, 근거까지 내면 {result.PerceptsPerSecond:N0}건입니다.")));
        }
    }

    private static ReportSection Section(LocalizedText title, params ReportBlock[] blocks) => new() { Title = title, Blocks = blocks };

    private static ReportTable Axes(TextEvaluationResult result) => new()
    {
        Caption = new($"{result.RatedItems:N0} sentences", $"문장 {result.RatedItems:N0}개"),
        Columns = [new("axis", "축"), new("r", "r"), new("error", "오차"), new("error of the mean", "평균만 말할 때의 오차"), new("within the 80 % interval", "80% 구간에 든 비율")],
        Rows =
        [
            .. result.Axes.Select((axis, i) => new ReportRow(
            [
                new ReportCell(AxisNames[i]), ReportCell.Number(axis.Correlation, 3), ReportCell.Number(axis.Error, 3), ReportCell.Number(axis.ConstantError, 3), ReportCell.Percent(axis.Coverage),
            ])),
        ],
    };

    private static ReportTable Naming(TextEvaluationResult result, TextNamingResult naming) => new()
    {
        Caption = new($"{naming.Items:N0} comments with a single emotion", $"감정이 하나인 댓글 {naming.Items:N0}개"),
        Columns = [Method, new("macro-F1", "macro-F1"), new("accuracy", "정확도"), new("calibration error", "보정 오차")],
        Rows =
        [
            new ReportRow([ReportCell.Of(result.Model), ReportCell.Number(naming.MacroF1, 3), ReportCell.Percent(naming.Accuracy), ReportCell.Number(naming.CalibrationError, 3)]),
            new ReportRow(
                [
                    new ReportCell(new("always the commonest", "늘 가장 흔한 감정")), ReportCell.Number(naming.ConstantMacroF1, 3), ReportCell.Percent(naming.ConstantAccuracy),
                    ReportCell.Number(double.NaN, 3),
                ],
                IsReference: true),
        ],
    };

    private static ReportTable ByEmotion(TextNamingResult naming) => new()
    {
        Caption = new("By emotion", "감정별"),
        Columns = [new("emotion", "감정"), new("texts", "글"), new("recall", "재현율"), new("precision", "정밀도"), new("F1", "F1")],
        Rows =
        [
            .. EmotionNames.All.Select((name, k) => new ReportRow(
            [
                new ReportCell(name), ReportCell.Count(naming.Confusion.Asked(k)), ReportCell.Number(naming.Confusion.Recall(k), 3), ReportCell.Number(naming.Confusion.Precision(k), 3),
                ReportCell.Number(naming.Confusion.F1(k), 3),
            ])),
        ],
    };

    private static ReportTable Presence(TextPresenceResult presence) => new()
    {
        Caption = new($"{presence.Items:N0} comments, area under the curve; chance is 0.5", $"댓글 {presence.Items:N0}개, 곡선 아래 면적(우연은 0.5)"),
        Columns = [new("emotion", "감정"), new("share of comments", "댓글 비율"), new("area", "면적")],
        Rows =
        [
            .. EmotionNames.All.Select((name, k) => new ReportRow([new ReportCell(name), ReportCell.Percent(presence.Shares[k]), ReportCell.Number(presence.Areas[k], 3)])),
            new ReportRow([new ReportCell(new("mean", "평균")), ReportCell.Of(string.Empty), ReportCell.Number(presence.MeanArea, 3)], IsReference: true),
        ],
    };
}

using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Fusion;

/// <summary>Puts the evaluation of fusion into words, tables and charts.</summary>
internal static class FusionReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="result">The figures.</param>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public static Report Of(FusionResult result, string? command) => new()
    {
        Title = new("Fusion of face and voice", "얼굴과 목소리의 융합"),
        Command = command,
        Introduction =
        [
            new(
                $"{result.Clips:N0} recordings of {result.Speakers} speakers, each with {result.Options.FacesEach} of {result.Tiles:N0} faces of the same label. Faces: {result.FaceModel}; voices: {result.VoiceModel}{(result.IsHeldOut ? ", each by a model that never heard its speaker" : "; SOME VOICES WERE HEARD IN TRAINING, so these figures flatter")}.",
                $"화자 {result.Speakers}명의 녹음 {result.Clips:N0}개를, 라벨이 같은 얼굴 {result.Tiles:N0}개 가운데 {result.Options.FacesEach}개씩과 짝지었습니다. 얼굴: {result.FaceModel}, 목소리: {result.VoiceModel}{(result.IsHeldOut ? ", 모두 그 화자를 들은 적 없는 모델" : ". 일부 목소리는 학습에 쓰인 것이라 수치가 실제보다 좋습니다")}."),
            new(
                "Calibrations (one temperature and one weight for each emotion) are fitted on half of the speakers and faces, over all settings at once, and applied to the other half, both ways round.",
                "확률 보정(온도 하나와 감정마다 가중치 하나)은 화자와 얼굴의 절반에서 모든 조건을 합쳐 맞추고 나머지 절반에 적용했으며, 양쪽을 바꾸어 되풀이했습니다."),
        ],
        Sections =
        [
            new ReportSection { Title = new("Right answers", "맞힌 비율"), Blocks = [Accuracy(result), new ReportText(Reading)] },
            new ReportSection { Title = new("Right as often as stated", "확률 보정"), Blocks = [Errors(result), Temperatures(result)] },
            new ReportSection
            {
                Title = new("Reliability, both clean", "신뢰도 도표(둘 다 온전)"),
                IsDetail = true,
                Blocks =
                [
                    .. result.Rows.Take(1).SelectMany(row => (ReportBlock[])
                    [
                        ReliabilityChart.Of(new("face", "얼굴"), row.Face.Reliability), ReliabilityChart.Of(new("voice", "목소리"), row.Voice.Reliability),
                        ReliabilityChart.Of(new("fused", "융합"), row.Fused.Reliability),
                    ]),
                ],
            },
            .. FaultReport.Sections(result.Faults),
        ],
    };

    private static LocalizedText Reading { get; } = new(
        "A source that says nothing counts as wrong. The gain is over the better of the two alone; intervals of 95 % from speakers drawn again.",
        "아무것도 말하지 않은 쪽은 틀린 것으로 셉니다. 이득은 둘 가운데 나은 쪽과의 차이이며, 95 % 구간은 화자를 다시 뽑아 구했습니다.");

    private static ReportTable Accuracy(FusionResult result) => new()
    {
        Caption = new("Accuracy", "정확도"),
        Columns = [new("setting", "조건"), new("pairs", "짝"), new("face", "얼굴"), new("voice", "목소리"), new("mean of both", "단순 평균"), new("fused", "융합"), new("fused as stated", "융합(보정 없이)"), new("gain, points", "이득(점)")],
        Rows =
        [
            .. result.Rows.Select(row => new ReportRow(
            [
                new ReportCell(FusionSettings.Name(row.Setting)), ReportCell.Count(row.Items), ReportCell.Percent(row.Face.Accuracy.Value), ReportCell.Percent(row.Voice.Accuracy.Value),
                ReportCell.Percent(row.Mean.Accuracy.Value), ReportCell.Percent(row.Fused.Accuracy.Value), ReportCell.Percent(row.Fused.AsStated),
                ReportCell.Of($"{100 * row.Gain.Value:+0.0;-0.0;0.0} ({100 * row.Gain.Lowest:+0.0;-0.0;0.0} … {100 * row.Gain.Highest:+0.0;-0.0;0.0})") with { IsNumber = true },
            ])),
        ],
    };

    private static ReportTable Errors(FusionResult result) => new()
    {
        Caption = new("Expected calibration error (15 bins), as stated → calibrated", "예상 보정 오차(15구간), 그대로 → 보정"),
        Columns = [new("setting", "조건"), new("face", "얼굴"), new("voice", "목소리"), new("fused", "융합")],
        Rows =
        [
            .. result.Rows.Select(row => new ReportRow(
                [new ReportCell(FusionSettings.Name(row.Setting)), Error(row.Face), Error(row.Voice), Error(row.Fused)])),
        ],
    };

    private static ReportTable Temperatures(FusionResult result) => new()
    {
        Caption = new("Temperatures", "온도"),
        Columns = [new("source", "근거"), new("first half", "앞 절반"), new("second half", "뒤 절반")],
        Rows =
        [
            new ReportRow([new ReportCell(new("face", "얼굴")), .. result.FaceCalibrations.Select(value => ReportCell.Number(value.Temperature, 2))]),
            new ReportRow([new ReportCell(new("voice", "목소리")), .. result.VoiceCalibrations.Select(value => ReportCell.Number(value.Temperature, 2))]),
        ],
    };

    private static ReportCell Error(FusionFigures figures) => double.IsNaN(figures.Raw)
        ? ReportCell.Number(double.NaN, 3)
        : ReportCell.Of($"{figures.Raw:F3} → {figures.Calibrated:F3}") with { IsNumber = true };
}

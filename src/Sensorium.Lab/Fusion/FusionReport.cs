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
                "Faces, voices and both are put together by the code and the parameters of the program; nothing is fitted here. A source alone is what fusion makes of it alone: moved from what its training taught it to expect to what fusion expects.",
                "얼굴과 목소리는 프로그램과 같은 코드와 매개변수로 합쳤으며, 여기서 맞춘 값은 없습니다. 하나만 볼 때의 수치는 융합에 하나만 넣은 결과로, 학습 자료의 빈도에서 융합이 예상하는 빈도로 옮긴 것입니다."),
        ],
        Sections =
        [
            new ReportSection { Title = new("Right answers", "맞힌 비율"), Blocks = [Accuracy(result), new ReportText(Reading)] },
            new ReportSection { Title = new("Right as often as stated", "확률 보정"), Blocks = [Errors(result)] },
            new ReportSection { Title = new("As each model states it", "모델이 밝힌 그대로"), Blocks = [Stated(result)] },
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
        Columns = [new("setting", "조건"), new("pairs", "짝"), new("face", "얼굴"), new("voice", "목소리"), new("fused", "융합"), new("gain, points", "이득(점)")],
        Rows =
        [
            .. result.Rows.Select(row => new ReportRow(
            [
                new ReportCell(FusionSettings.Name(row.Setting)), ReportCell.Count(row.Items), ReportCell.Percent(row.Face.Accuracy.Value), ReportCell.Percent(row.Voice.Accuracy.Value),
                ReportCell.Percent(row.Fused.Accuracy.Value),
                ReportCell.Of($"{100 * row.Gain.Value:+0.0;-0.0;0.0} ({100 * row.Gain.Lowest:+0.0;-0.0;0.0} … {100 * row.Gain.Highest:+0.0;-0.0;0.0})") with { IsNumber = true },
            ])),
        ],
    };

    private static ReportTable Errors(FusionResult result) => new()
    {
        Caption = new("Expected calibration error (15 bins)", "예상 보정 오차(15구간)"),
        Columns = [new("setting", "조건"), new("face", "얼굴"), new("voice", "목소리"), new("fused", "융합")],
        Rows =
        [
            .. result.Rows.Select(row => new ReportRow([new ReportCell(FusionSettings.Name(row.Setting)), .. new[] { row.Face, row.Voice, row.Fused }.Select(Error)])),
        ],
    };

    private static ReportTable Stated(FusionResult result) => new()
    {
        Caption = new("Accuracy and expected calibration error of what the models state, before fusion sees it", "융합 전에 모델이 밝힌 값의 정확도와 예상 보정 오차"),
        Columns = [new("setting", "조건"), new("face", "얼굴"), new("error", "오차"), new("voice", "목소리"), new("error", "오차"), new("plain mean", "단순 평균"), new("error", "오차")],
        Rows =
        [
            .. result.Rows.Select(row => new ReportRow(
            [
                new ReportCell(FusionSettings.Name(row.Setting)),
                .. new[] { row.StatedFace, row.StatedVoice, row.StatedMean }.SelectMany(figures => (ReportCell[])[ReportCell.Percent(figures.Accuracy.Value), Error(figures)]),
            ])),
        ],
    };

    private static ReportCell Error(FusionFigures figures) => ReportCell.Number(figures.Error, 3);
}

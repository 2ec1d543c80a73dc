using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Songs;

/// <summary>Puts the figures of songs into an order to be read.</summary>
internal static class SongReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="result">The figures.</param>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public static Report Of(SongEvaluationResult result, string? command) => new()
    {
        Title = new("Feeling of songs", "노래의 느낌"),
        Command = command,
        Introduction =
        [
            new(
                "Share of clips whose quadrant, and whose side of arousal and of valence, is right. EMOPIA is rendered with a SoundFont that training never heard, and every clip is judged by a model that has not met its song. The plain formula is normalised over the clips that it judges. ± is the standard deviation over the folds; the calibration error is that of the side (15 bins).",
                "사분면과 각성·긍정 축의 방향이 맞은 비율입니다. EMOPIA는 학습에 쓰지 않은 사운드폰트로 연주했고, 모든 클립은 그 곡을 접한 적이 없는 모델이 판정합니다. 단순 공식은 판정하는 클립 전체로 정규화합니다. ±는 묶음 간 표준편차이고, 보정 오차는 어느 쪽인지에 대한 확률의 오차(15구간)입니다."),
        ],
        Sections =
        [
            new ReportSection { Title = new("Feeling", "느낌"), Blocks = [Table(result), .. Time(result)] },
            .. result.Scores.Where(scores => scores.Confusion is not null).Select(scores => new ReportSection
            {
                Title = scores.Title,
                IsDetail = true,
                Blocks = [HeatMapChart.Of(new("Quadrants", "사분면"), scores.Confusion!, Quadrants)],
            }),
            .. FaultReport.Sections(result.Faults),
        ],
    };

    private static LocalizedText[] Quadrants { get; } = [new("glad", "기쁨"), new("tense", "긴장"), new("sad", "슬픔"), new("calm", "차분함")];

    private static ReportTable Table(SongEvaluationResult result) => new()
    {
        Caption = new("Right answers", "맞은 비율"),
        Columns =
        [
            new("clips by", "클립과 방법"), new("clips", "클립"), new("quadrant", "사분면"), new("arousal", "각성"), new("valence", "긍정"),
            new("calibration error, arousal", "보정 오차, 각성"), new("calibration error, valence", "보정 오차, 긍정"),
        ],
        Rows = [.. result.Scores.Select(scores => new ReportRow(
        [
            new ReportCell(scores.Title), ReportCell.Count(scores.Clips), Cell(scores.Quadrant), Cell(scores.Arousal), Cell(scores.Valence),
            Cell(new(scores.ArousalError, double.NaN)), Cell(new(scores.ValenceError, double.NaN)),
        ]))],
    };

    private static ReportCell Cell(SongShare share) => double.IsNaN(share.Value) ? ReportCell.Of("–")
        : double.IsNaN(share.Spread) ? ReportCell.Number(share.Value, 3)
        : ReportCell.Of($"{share.Value:F3} ± {share.Spread:F3}") with { IsNumber = true };

    private static IEnumerable<ReportBlock> Time(SongEvaluationResult result)
    {
        if (!double.IsNaN(result.Milliseconds))
        {
            yield return new ReportText(new(
                $"Three minutes of music take {result.Milliseconds:0} ms of processor time, from samples to the reading.",
                $"3분 길이의 음악을 분석하는 데 프로세서 시간 {result.Milliseconds:0}ms가 듭니다(표본에서 결과까지)."));
        }
    }
}

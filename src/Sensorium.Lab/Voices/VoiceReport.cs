using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Voices;

/// <summary>Puts the figures of voices into an order to be read.</summary>
internal static class VoiceReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="result">The figures.</param>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public static Report Of(VoiceEvaluationResult result, string? command) => new()
    {
        Title = new("Feeling of voices", "목소리의 느낌"),
        Command = command,
        Introduction =
        [
            new(
                $"{result.Clips:N0} clips of {result.Speakers:N0} speakers. Every clip is judged by a model that has not heard its speaker; five folds, both languages learnt together. Seven classes: calm counts as neutral.",
                $"화자 {result.Speakers:N0}명의 음성 {result.Clips:N0}개. 모든 음성은 그 화자를 들은 적이 없는 모델이 판정합니다(다섯 묶음, 두 언어를 함께 학습). 7종에서는 차분함을 무표정으로 셉니다."),
            new(
                "Recall is unweighted: the mean of the classes' recalls, here of the folds' figures ± their standard deviation. Guessing: always the commonest class.",
                "재현율은 비가중(분류별 재현율의 평균)이며, 묶음별 값의 평균 ± 표준편차입니다. 찍기: 늘 가장 흔한 분류로 답할 때."),
        ],
        Sections =
        [
            .. result.Emotions.Count == 0 ? (ReportSection[])[] : [Table(new("Emotions", "감정"), result.Emotions)],
            .. Known(result),
            .. result.Robustness.Count == 0 ? (ReportSection[])[] : [Table(new("In noise and over a telephone, English, 7 classes", "잡음과 전화, 영어 7종"), result.Robustness)],
            .. Activity(result),
            .. Time(result),
            .. result.Emotions.Concat(result.Known).Where(scores => scores.Id is "seven" or "korean" or "all-seven" or "all-korean").Select(Details),
            .. FaultReport.Sections(result.Faults),
        ],
    };

    private static ReportSection Table(LocalizedText title, IReadOnlyList<VoiceScores> scores) => new()
    {
        Title = title,
        Blocks =
        [
            new ReportTable
            {
                Caption = new("Unseen speakers", "처음 듣는 화자"),
                Columns = [new("condition", "조건"), new("clips", "음성"), new("recall", "재현율"), new("of all clips", "전체 재현율"), new("guessing", "찍기"), new("macro-F1", "macro-F1"), new("accuracy", "정확도"), new("calibration error", "보정 오차"), new("if it were true", "정확할 때의 오차")],
                Rows = [.. scores.Select(Row)],
            },
        ],
    };

    private static ReportRow Row(VoiceScores scores) => new(
    [
        new ReportCell(scores.Title),
        ReportCell.Count(scores.Clips),
        double.IsNaN(scores.RecallSd) ? ReportCell.Number(scores.Recall, 3) : ReportCell.Of($"{scores.Recall:F3} ± {scores.RecallSd:F3}") with { IsNumber = true },
        ReportCell.Number(scores.PooledRecall, 3),
        ReportCell.Number(scores.Baseline, 3),
        ReportCell.Number(scores.MacroF1, 3),
        ReportCell.Percent(scores.Accuracy),
        ReportCell.Number(scores.CalibrationError, 3),
        ReportCell.Number(scores.CalibrationNoise, 3),
    ]);

    // One row for what is known of the speaker, one column for each set of clips: recall, and the calibration error in brackets.
    private static IEnumerable<ReportSection> Known(VoiceEvaluationResult result)
    {
        if (result.Known.Count > 0)
        {
            (string Id, LocalizedText Title)[] sets =
            [
                ("seven", new("English, 7 classes", "영어, 7종")), ("unseen-sentence", new("sentence unseen too", "문장도 처음")),
                ("korean", new("Korean, 4 classes", "한국어, 4종")), ("korean-plain", new("plain sentences (em*)", "평범한 문장(em*)")),
            ];
            ReportRow Line(LocalizedText title, Func<string, VoiceScores?> find) => new([new ReportCell(title), .. sets.Select(set => Told(find(set.Id)))]);
            yield return new ReportSection
            {
                Title = new("With the speaker's voice known", "화자의 목소리를 알 때"),
                Blocks =
                [
                    new ReportTable
                    {
                        Caption = new("Recall ± spread of the folds (calibration error), by what is known of the speaker", "화자에 대해 아는 것에 따른 재현율 ± 묶음 간 편차(보정 오차)"),
                        Columns = [new("known", "아는 것"), .. sets.Select(set => set.Title)],
                        Rows =
                        [
                            Line(new("nothing", "없음"), id => result.Emotions.FirstOrDefault(scores => scores.Id == id)),
                            .. SpeakerKnowledge.Conditions.Select(known => Line(known.Title, id => result.Known.FirstOrDefault(scores => scores.Id == $"{known.Id}-{id}"))),
                        ],
                    },
                    new ReportText(new(
                        "What is known are other recordings of the same speaker, never the one that is judged, without their labels. Where they are drawn, figures are means of three draws for each clip. A Korean speaker has 19 others.",
                        "아는 것은 같은 화자의 다른 녹음이며, 판정하는 녹음은 절대 넣지 않고 정답도 알려 주지 않습니다. 일부를 뽑을 때는 음성마다 세 번 뽑아 평균했습니다. 한국어 화자의 다른 녹음은 19개입니다.")),
                ],
            };
        }
    }

    private static ReportCell Told(VoiceScores? scores) => scores is null
        ? ReportCell.Of("–")
        : ReportCell.Of($"{scores.Recall:F3} ± {scores.RecallSd:F3} ({scores.CalibrationError:F3})") with { IsNumber = true };

    private static IEnumerable<ReportSection> Activity(VoiceEvaluationResult result)
    {
        if (result.Activity.Count > 0)
        {
            yield return new ReportSection
            {
                Title = new("Where a voice is", "목소리가 있는 곳"),
                Blocks =
                [
                    new ReportTable
                    {
                        Caption = new("Frames of 20 ms with voice", "목소리가 있는 20 ms 프레임"),
                        Columns = [new("sound", "소리"), new("model", "모델"), new("frames", "프레임"), new("F1", "F1"), new("precision", "정밀도"), new("recall or share", "재현율 또는 비율")],
                        Rows =
                        [
                            .. result.Activity.Select(scores => new ReportRow(
                            [
                                new ReportCell(scores.Sound), ReportCell.Of(scores.Model), ReportCell.Count(scores.Frames),
                                ReportCell.Number(scores.F1, 3), ReportCell.Number(scores.Precision, 3), ReportCell.Number(scores.Recall, 3),
                            ])),
                        ],
                    },
                    new ReportText(new(
                        "Speakers and pieces that the model was not trained on. Ratios compare the louder halves of voice and music, or the louder half of the voice and pink noise. speech-test.mp3 has no labels: the figure is the agreement of the two models.",
                        "모델이 학습하지 않은 화자와 곡입니다. 비율은 목소리와 음악(또는 핑크 잡음)에서 큰 쪽 절반의 크기를 견준 값입니다. speech-test.mp3에는 정답이 없어 두 모델의 일치도를 적었습니다.")),
                ],
            };
        }
    }

    private static IEnumerable<ReportSection> Time(VoiceEvaluationResult result)
    {
        if (!double.IsNaN(result.Milliseconds))
        {
            yield return new ReportSection
            {
                Title = new("Speed", "속도"),
                Blocks = [new ReportText(new($"10 s of speech take {result.Milliseconds:F1} ms of processor time, from samples to percepts, the mean of twenty runs.", $"말소리 10초를 처리하는 데 프로세서 시간 {result.Milliseconds:F1} ms가 걸립니다(스무 번의 평균)."))],
            };
        }
    }

    private static ReportSection Details(VoiceScores scores)
    {
        IReadOnlyList<LocalizedText> classes = scores.Confusion.Classes == 7 ? VoiceClasses.SevenTitles : VoiceClasses.FourTitles;
        return new ReportSection
        {
            Title = new($"{scores.Title.English}: what is taken for what", $"{scores.Title.Korean}: 무엇을 무엇으로 듣는가"),
            IsDetail = true,
            Blocks =
            [
                HeatMapChart.Of(new("Confusion matrix", "혼동 행렬"), scores.Confusion, classes),
                ReliabilityChart.Of(new("Reliability", "신뢰도"), scores.Reliability),
            ],
        };
    }
}

using Sensorium.Lab.Evaluation;
using Sensorium.Perception;

namespace Sensorium.Lab.Composing;

/// <summary>Puts the evaluation of composing into words, tables and charts.</summary>
public static class ComposeReport
{
    private const double Low = 0.05, High = 0.95;
    private const int MostArcsDrawn = 6;

    private static readonly LocalizedText[] Quarters = [new("glad", "기쁨"), new("tense", "긴장"), new("sad", "슬픔"), new("calm", "평온")];

    /// <summary>Makes the report.</summary>
    /// <param name="result">The figures.</param>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public static Report ToReport(this ComposeEvaluationResult result, string? command)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new Report
        {
            Title = new("Composed music", "작곡"),
            Command = command,
            Introduction =
            [
                new(
                    $"{result.Pieces.Count:N0} pieces of {result.Options.Length.TotalSeconds:0} s in {result.Pieces.Select(piece => piece.Style.Id).Distinct().Count()} styles, their targets spread evenly over the plane with valence and arousal of .2 and more either way. Judged by {result.Models.Judge}, which learnt from human pieces and never from composed ones; of {result.Options.Candidates} candidates {result.Models.Ranker} chose one. The composer knows neither.",
                    $"{result.Options.Length.TotalSeconds:0}초 길이의 곡 {result.Pieces.Count:N0}개를 {result.Pieces.Select(piece => piece.Style.Id).Distinct().Count()}개 양식으로 만들었습니다. 목표는 정서가와 각성도의 크기가 0.2 이상인 곳에 고르게 놓았습니다. 사람의 곡으로만 배운 {result.Models.Judge}가 판정했고, 후보 {result.Options.Candidates}개 가운데 하나를 {result.Models.Ranker}가 골랐습니다. 작곡기는 둘 다 모릅니다."),
                new(
                    $"Composing ran {result.Speed:N0} times faster than the music sounds. No two pieces share more than {100 * result.MostShared:0} % of their bars.",
                    $"작곡 속도는 재생 시간의 {result.Speed:N0}배입니다. 두 곡이 공유하는 마디는 많아야 {100 * result.MostShared:0} %입니다."),
            ],
            Sections =
            [
                new ReportSection { Title = new("What was meant and what is judged", "의도와 판정"), Blocks = [Summary(result), Confusion(result), Scatter(result, arousal: true), Scatter(result, arousal: false)] },
                new ReportSection { Title = new("By style", "양식별"), Blocks = [Styles(result)] },
                new ReportSection { Title = new("Pieces that change", "변화하는 곡"), Blocks = [Arcs(result)] },
                new ReportSection { Title = new("Meant and judged, drawn", "의도와 판정 그림"), IsDetail = true, Blocks = [.. result.Arcs.Take(MostArcsDrawn).Select(Drawn)] },
                new ReportSection { Title = new("How each style looks", "양식별 모습"), IsDetail = true, Blocks = [.. result.Samples.Select(Drawn)] },
                .. result.Human.Count > 0 ? new[] { new ReportSection { Title = new("Beside human pieces", "사람의 곡과 비교"), Blocks = [Ranges(result)] } } : [],
            ],
        };
    }

    private static ReportTable Summary(ComposeEvaluationResult result) => new()
    {
        Caption = new("Agreement of target and judgement", "목표와 판정의 일치"),
        Columns = [new("candidate", "후보"), new("quarter of the plane", "사분면 정확도"), new("arousal, r²", "각성도 r²"), new("valence, r²", "정서가 r²")],
        Rows =
        [
            RowOf(result, new("chosen of two", "고른 것"), false),
            RowOf(result, new("always the first", "첫째 후보"), true),
        ],
    };

    private static ReportRow RowOf(ComposeEvaluationResult result, LocalizedText name, bool first) => new(
        [new ReportCell(name), ReportCell.Percent(result.Accuracy(first)), ReportCell.Number(result.ArousalFit(first), 3), ReportCell.Number(result.ValenceFit(first), 3)]);

    private static ReportTable Confusion(ComposeEvaluationResult result) => new()
    {
        Caption = new("Meant (rows) and judged (columns)", "의도(행)와 판정(열)"),
        Columns = [new("quarter", "사분면"), .. Quarters],
        Rows =
        [
            .. Enumerable.Range(1, 4).Select(meant => new ReportRow(
            [
                new ReportCell(Quarters[meant - 1]),
                .. Enumerable.Range(1, 4).Select(judged => ReportCell.Count(result.Pieces.Count(piece => QuadrantScores.Of(piece.Target.Valence, piece.Target.Arousal) == meant && piece.Judged.Likeliest == judged))),
            ])),
        ],
    };

    private static XYChart Scatter(ComposeEvaluationResult result, bool arousal)
    {
        ChartAxis Axis(LocalizedText title) => new(title, -1, 1, [-1, -0.5, 0, 0.5, 1]);
        LocalizedText name = arousal ? new("arousal", "각성도") : new("valence", "정서가");
        return new XYChart
        {
            Title = new($"{(arousal ? "Arousal" : "Valence")}, meant and judged", $"{name.Korean}: 의도와 판정"),
            X = Axis(new("meant", "의도")),
            Y = Axis(new("judged", "판정")),
            HasDiagonal = true,
            Series =
            [
                new ChartSeries(name, [.. result.Pieces.Select(piece => arousal ? new ChartPoint(piece.Target.Arousal, piece.Judged.Arousal) : new ChartPoint(piece.Target.Valence, piece.Judged.Valence))], HasLine: false),
            ],
            Table = new ReportTable
            {
                Caption = new("Mean judgement by target", "목표별 평균 판정"),
                Columns = [new("meant", "의도"), new("judged", "판정")],
                Rows =
                [
                    .. Enumerable.Range(0, 5).Select(i => (From: -1 + (0.4 * i), To: -0.6 + (0.4 * i))).Select(bin => new ReportRow(
                    [
                        ReportCell.Of($"{bin.From:0.0} … {bin.To:0.0}"),
                        ReportCell.Number(
                            result.Pieces.Where(piece => (arousal ? piece.Target.Arousal : piece.Target.Valence) is double at && at >= bin.From && at < bin.To)
                                .Select(piece => arousal ? piece.Judged.Arousal : piece.Judged.Valence).DefaultIfEmpty(double.NaN).Average(), 2),
                    ])),
                ],
            },
        };
    }

    private static ReportTable Styles(ComposeEvaluationResult result) => new()
    {
        Caption = new("Chosen candidates by style", "양식별 결과(고른 후보)"),
        Columns = [new("style", "양식"), new("pieces", "곡"), new("quarter", "사분면"), new("inside the human range", "사람 범위 안")],
        Rows =
        [
            .. result.Pieces.GroupBy(piece => piece.Style).Select(style => new ReportRow(
            [
                new ReportCell(style.Key.Name), ReportCell.Count(style.Count()),
                ReportCell.Percent(style.Average(piece => piece.Judged.Likeliest == QuadrantScores.Of(piece.Target.Valence, piece.Target.Arousal) ? 1.0 : 0)),
                ReportCell.Percent(result.Human.Count == 0 ? double.NaN : ScoreMetrics.All.Average(metric => Inside(result, style.Select(piece => piece.Metrics), metric.Value))),
            ])),
        ],
    };

    private static ReportTable Arcs(ComposeEvaluationResult result) => new()
    {
        Caption = new($"Iso arcs of {result.Options.ArcLength.TotalMinutes:0.#} min in windows of 30 s", $"{result.Options.ArcLength.TotalMinutes:0.#}분 길이의 동질 경로, 30초 구간"),
        Columns = [new("pieces", "곡"), new("windows", "구간"), new("arousal, r", "각성도 r"), new("valence, r", "정서가 r")],
        Rows = [new ReportRow([ReportCell.Count(result.Arcs.Count), ReportCell.Count(result.Arcs.Sum(arc => arc.Windows.Count)), ReportCell.Number(result.ArcArousal, 3), ReportCell.Number(result.ArcValence, 3)])],
    };

    private static DrawnChart Drawn(JudgedArc arc, int index) => new()
    {
        Title = new($"Piece {index + 1}: {arc.Piece.Request.Style.Name.English}", $"곡 {index + 1}: {arc.Piece.Request.Style.Name.Korean}"),
        Reading = new("Below the notes, solid lines were meant and dotted ones are judged.", "음 아래의 실선은 의도, 점선은 판정입니다."),
        Draw = language => CompositionSvg.Draw(arc.Piece, language, arc.Windows),
        Table = new ReportTable
        {
            Caption = new("Windows of 30 s", "30초 구간"),
            Columns = [new("second", "초"), new("valence meant", "의도한 정서가"), new("judged", "판정"), new("arousal meant", "의도한 각성도"), new("judged", "판정")],
            Rows =
            [
                .. arc.Windows.Select(window => new ReportRow(
                [
                    ReportCell.Number(window.Start, 0), ReportCell.Number(window.Intended.Valence, 2), ReportCell.Number(window.Judged.Valence, 2), ReportCell.Number(window.Intended.Arousal, 2), ReportCell.Number(window.Judged.Arousal, 2),
                ])),
            ],
        },
    };

    private static DrawnChart Drawn(StyleSample sample) => new()
    {
        Title = sample.Piece.Request.Style.Name,
        Draw = language => CompositionSvg.Draw(sample.Piece, language) + (sample.Spectrogram is { } png
            ? $"<svg viewBox=\"0 0 860 110\" role=\"img\" aria-label=\"{new LocalizedText("spectrogram", "스펙트로그램").In(language)}\"><image x=\"60\" width=\"780\" height=\"110\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,{png}\"/></svg>"
            : string.Empty),
        Table = new ReportTable
        {
            Caption = new("Phrases", "악구"),
            Columns = [new("beat", "박"), new("phrase", "악구"), new("first chord", "첫 화음")],
            Rows =
            [
                .. sample.Piece.Score.Form.Select(section => new ReportRow(
                    [ReportCell.Number(section.Beat, 0), ReportCell.Of(section.Label), ReportCell.Of(sample.Piece.Chords.First(chord => chord.Beat >= section.Beat).Chord.Symbol)])),
            ],
        },
    };

    private static ReportTable Ranges(ComposeEvaluationResult result)
    {
        IReadOnlyList<JudgedPiece> piano = [.. result.Pieces.Where(piece => piece.Style.Id == "piano")];
        return new()
        {
            Caption = new($"{result.Human.Count:N0} human pieces, their range from 5 to 95 %, and how many composed pieces lie in it", $"사람의 곡 {result.Human.Count:N0}개의 5~95 % 범위와 그 안에 든 작곡 비율"),
            Columns = [new("measure", "척도"), new("5 %", "5 %"), new("median", "중앙값"), new("95 %", "95 %"), new("solo piano, median", "피아노 독주 중앙값"), new("solo piano inside", "피아노 독주"), new("all styles inside", "모든 양식")],
            Rows =
            [
                .. ScoreMetrics.All.Select(metric => new ReportRow(
                [
                    new ReportCell(metric.Name), ReportCell.Number(result.HumanQuantile(metric.Value, Low), 3), ReportCell.Number(result.HumanQuantile(metric.Value, 0.5), 3),
                    ReportCell.Number(result.HumanQuantile(metric.Value, High), 3),
                    ReportCell.Number(piano.Select(piece => metric.Value(piece.Metrics)).Order().ElementAtOrDefault(piano.Count / 2), 3),
                    ReportCell.Percent(Inside(result, piano.Select(piece => piece.Metrics), metric.Value)), ReportCell.Percent(Inside(result, result.Pieces.Select(piece => piece.Metrics), metric.Value)),
                ])),
            ],
        };
    }

    private static double HumanQuantile(this ComposeEvaluationResult result, Func<ScoreMetrics, double> value, double at)
    {
        double[] sorted = [.. result.Human.Select(value).Order()];
        double place = at * (sorted.Length - 1);
        int low = (int)place;
        return sorted[low] + ((place - low) * (sorted[Math.Min(low + 1, sorted.Length - 1)] - sorted[low]));
    }

    internal static double Inside(ComposeEvaluationResult result, IEnumerable<ScoreMetrics> metrics, Func<ScoreMetrics, double> value)
    {
        double low = result.HumanQuantile(value, Low), high = result.HumanQuantile(value, High);
        return metrics.Select(piece => value(piece) >= low - 1e-9 && value(piece) <= high + 1e-9 ? 1.0 : 0).DefaultIfEmpty(double.NaN).Average();
    }
}

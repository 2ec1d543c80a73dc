using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Songs;

/// <summary>Puts the figures of tags into an order to be read.</summary>
internal static class TagReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="result">The figures.</param>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public static Report Of(TagEvaluationResult result, string? command) => new()
    {
        Title = new("Tags of songs", "노래의 태그"),
        Command = command,
        Introduction =
        [
            new(
                "What the program calls whole tracks, against what a listener would say of them, written down before any output was looked at. An instrument or a voice that the table does not have counts as wrong. A few tracks leave much doubt on each figure.",
                "곡 전체에 프로그램이 붙인 태그를, 결과를 보기 전에 적어 둔 청자의 말과 견줍니다. 표에 없는 악기나 목소리는 틀린 것으로 셉니다. 곡이 적어 수치마다 오차가 큽니다."),
        ],
        Sections =
        [
            new ReportSection
            {
                Title = new("Tags", "태그"),
                Blocks =
                [
                    Table(
                        new("Given, and right", "붙인 태그와 맞은 태그"),
                        [
                            (new("instruments, vocal, instrumental", "악기, 노래, 연주곡"), result.Sources),
                            (new("moods and other qualities", "느낌과 다른 성질"), result.Manner),
                        ]),
                    .. double.IsNaN(result.Milliseconds) ? (ReportBlock[])[] :
                    [
                        new ReportText(new(
                            $"Three minutes of music take {result.Milliseconds:0} ms of processor time, from samples to the reading.",
                            $"3분 길이의 음악을 분석하는 데 프로세서 시간 {result.Milliseconds:0}ms가 듭니다(표본에서 결과까지).")),
                    ],
                    Table(new("Tag by tag", "태그별"), result.Tags.Select(score => (TagWords.Of(score.Tag), score))),
                    new ReportTable
                    {
                        Caption = new("Track by track", "곡별"),
                        Columns = [new("track", "곡"), new("right", "맞음"), new("wrong", "틀림"), new("missed", "놓침")],
                        Rows = [.. result.Tracks.Select(Row)],
                    },
                ],
            },
            .. FaultReport.Sections(result.Faults),
        ],
    };

    private static ReportTable Table(LocalizedText caption, IEnumerable<(LocalizedText Name, TagScore Score)> scores) => new()
    {
        Caption = caption,
        Columns = [new("tag", "태그"), new("given", "붙임"), new("right", "맞음"), new("there", "있음"), new("precision", "정밀도"), new("recall", "재현율")],
        Rows = [.. scores.Select(row => new ReportRow(
        [
            new ReportCell(row.Name), ReportCell.Count(row.Score.Given), ReportCell.Count(row.Score.Right), ReportCell.Count(row.Score.Expected),
            ReportCell.Number(row.Score.Precision, 3), ReportCell.Number(row.Score.Recall, 3),
        ]))],
    };

    private static ReportRow Row(TrackTags track) => new(
    [
        ReportCell.Of(track.File),
        Words(track.Given.Where(tag => track.Expected.Contains(tag.Name)).Select(tag => tag.Name)),
        Words(track.Given.Where(tag => !track.Expected.Contains(tag.Name)).Select(tag => tag.Name)),
        Words(track.Expected.Where(name => track.Given.All(tag => tag.Name != name))),
    ]);

    private static ReportCell Words(IEnumerable<string> tags)
    {
        LocalizedText[] words = [.. tags.Select(TagWords.Of)];
        return new ReportCell(new LocalizedText(string.Join(", ", words.Select(word => word.English)), string.Join(", ", words.Select(word => word.Korean))));
    }
}

using System.Text.Json;
using Sensorium.Lab.Evaluation;
using Sensorium.Lab.Faces;

namespace Sensorium.Lab.Datasets;

/// <summary>Counts what was imported by emotion, speaker and length.</summary>
internal static class AiHubReport
{
    private const int MostSpeakers = 20;
    private static readonly double[] Lengths = [0, 1, 2, 3, 5, 10, 20, double.PositiveInfinity];

    /// <summary>The counts in an order to be read.</summary>
    public static Report Of(AiHubResult result)
    {
        double minutes = result.Utterances.Sum(utterance => utterance.Seconds) / 60;
        (string Speaker, int Count)[] speakers = Speakers(result);
        int others = speakers.Skip(MostSpeakers).Sum(speaker => speaker.Count);
        return new Report
        {
            Title = new("Imported utterances", "가져온 발화"),
            Sections =
            [
                new ReportSection
                {
                    Title = new(
                        $"{result.Utterances.Count:N0} utterances of {speakers.Length:N0} speakers from {result.Clips:N0} clips, {minutes:F1} minutes",
                        $"동영상 {result.Clips:N0}개, 화자 {speakers.Length:N0}명의 발화 {result.Utterances.Count:N0}개, {minutes:F1}분"),
                    Blocks =
                    [
                        Table(new("By emotion", "감정별"), new("emotion", "감정"), Emotions(result).Select(row => (new ReportCell(EmotionNames.All[(int)row.Emotion]), row.Count))),
                        Table(
                            new("By speaker", "화자별"),
                            new("speaker", "화자"),
                            [
                                .. speakers.Take(MostSpeakers).Select(row => (row.Speaker.Length > 0 ? ReportCell.Of(row.Speaker) : new ReportCell(new("not stated", "적혀 있지 않음")), row.Count)),
                                .. others > 0 ? ((ReportCell, int)[])[(new ReportCell(new($"{speakers.Length - MostSpeakers:N0} others", $"그 밖의 {speakers.Length - MostSpeakers:N0}명")), others)] : [],
                            ]),
                        Table(new("By length", "길이별"), new("seconds", "초"), Histogram(result).Select(bin => (new ReportCell(Span(bin.From, bin.To)), bin.Count))),
                    ],
                },
                .. FaultReport.Sections(result.Faults),
            ],
        };
    }

    /// <summary>The counts for programs.</summary>
    public static string ToJson(AiHubResult result) => ReportJson.Line("sensorium-dataset-import-1", json =>
    {
        json.WriteNumber("clips", result.Clips);
        json.WriteNumber("utterances", result.Utterances.Count);
        ReportJson.Number(json, "seconds", result.Utterances.Sum(utterance => utterance.Seconds));
        Counts(json, "emotions", Emotions(result).Select(row => (EmotionNames.All[(int)row.Emotion].English, row.Count)));
        Counts(json, "speakers", Speakers(result));
        json.WriteStartArray("lengths");
        foreach ((double from, double to, int count) in Histogram(result))
        {
            json.WriteStartObject();
            ReportJson.Number(json, "from", from);
            ReportJson.Number(json, "to", to);
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ReportJson.WriteFaults(json, result.Faults);
    });

    private static (Emotion Emotion, int Count)[] Emotions(AiHubResult result) =>
        [.. Enum.GetValues<Emotion>().Select(emotion => (emotion, result.Utterances.Count(utterance => utterance.Emotion == emotion)))];

    private static (string Speaker, int Count)[] Speakers(AiHubResult result) =>
        [.. result.Utterances.CountBy(utterance => utterance.Speaker).Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];

    private static (double From, double To, int Count)[] Histogram(AiHubResult result) =>
        [.. Lengths.Zip(Lengths.Skip(1), (from, to) => (from, to, result.Utterances.Count(utterance => utterance.Seconds >= from && utterance.Seconds < to)))];

    private static LocalizedText Span(double from, double to) =>
        double.IsFinite(to) ? new($"{from:F0} to {to:F0}", $"{from:F0}에서 {to:F0}") : new($"{from:F0} and more", $"{from:F0} 이상");

    private static ReportTable Table(LocalizedText caption, LocalizedText heading, IEnumerable<(ReportCell Name, int Count)> rows) => new()
    {
        Caption = caption,
        Columns = [heading, new("utterances", "발화")],
        Rows = [.. rows.Select(row => new ReportRow([row.Name, ReportCell.Count(row.Count)]))],
    };

    private static void Counts(Utf8JsonWriter json, string name, IEnumerable<(string Name, int Count)> counts)
    {
        json.WriteStartObject(name);
        foreach ((string key, int count) in counts)
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }
}

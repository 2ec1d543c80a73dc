using System.Text.Json;

namespace Sensorium.Lab.Datasets;

/// <summary>
/// Reads the JSON beside a clip, in either of two shapes: AI-Hub's own, where <c>data</c> has the persons of each frame, and a list of
/// utterances with times. <c>docs/dataset.md</c> names the fields.
/// </summary>
public static class AiHubAnnotation
{
    private const long MostBytes = 256L << 20;
    private const double LongestSeconds = 120;
    private const double UsualFrameRate = 30;

    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private static readonly string[] Lists = ["utterances", "segments", "annotations", "data", "dialogs", "sentences"];

    /// <summary>Reads an annotation.</summary>
    /// <param name="json">The JSON; stays open.</param>
    /// <param name="name">What to call it in sentences.</param>
    /// <param name="clipSeconds">Length of the clip, by which frames are counted where the JSON has no frame rate; null where it is not known.</param>
    /// <param name="fault">Hears of each utterance that was left out.</param>
    /// <returns>The utterances in the order of their beginnings.</returns>
    /// <exception cref="MalformedInputException">It is no JSON, or has neither shape.</exception>
    /// <exception cref="LimitReachedException">It is over 256 MiB.</exception>
    public static IReadOnlyList<AiHubUtterance> Read(Stream json, string name, double? clipSeconds, Action<DatasetFault> fault)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(fault);
        if (json.CanSeek && json.Length > MostBytes)
        {
            throw new LimitReachedException(new LocalizedText($"'{name}' is over 256 MiB, which is more than annotations have; check the file.", $"'{name}' 파일이 한도인 256MiB를 넘습니다. 파일을 확인하십시오."));
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Tolerant);
            return [.. Check(Spans(document.RootElement, clipSeconds) ?? throw NoShape(name), name, fault).OrderBy(utterance => utterance.Start)];
        }
        catch (JsonException error)
        {
            throw new MalformedInputException(
                new LocalizedText(
                    $"'{name}' is no JSON: it breaks off or is damaged at line {error.LineNumber + 1}. Check the file.",
                    $"'{name}' 파일은 올바른 JSON이 아닙니다. {error.LineNumber + 1}번째 줄이 손상되었습니다. 파일을 확인하십시오."),
                error);
        }
    }

    private static IEnumerable<AiHubSpan>? Spans(JsonElement root, double? clipSeconds)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return root.EnumerateArray().Select(Listed);
        }

        if (root.Property("data") is { ValueKind: JsonValueKind.Object } frames)
        {
            double? rate = root.Property("fps", "frame_rate", "frameRate").Number() ?? root.Property("nr_frame").Number() / clipSeconds;
            return Framed(frames, rate is >= 1 and <= 1000 ? rate.Value : UsualFrameRate);
        }

        return root.Property(Lists) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(Listed) : null;
    }

    private static AiHubSpan Listed(JsonElement item) => new(
        item.Property("start", "start_time", "startTime", "begin").Seconds(),
        item.Property("end", "end_time", "endTime", "finish").Seconds(),
        item.Property("speaker", "speaker_id", "speakerId", "person_id").Text(),
        AiHubFeeling.Of(item),
        item.Property("text", "script", "sentence", "utterance").Text());

    // Every frame of an utterance repeats it; frames count from 1.
    private static IEnumerable<AiHubSpan> Framed(JsonElement frames, double rate)
    {
        HashSet<(string Speaker, double? Start, double? End)> seen = [];
        foreach (JsonProperty frame in frames.EnumerateObject().Where(frame => frame.Value.ValueKind == JsonValueKind.Object))
        {
            foreach (JsonProperty person in frame.Value.EnumerateObject())
            {
                AiHubFeeling feeling = AiHubFeeling.Of(person.Value);
                if (person.Value.Property("text") is { ValueKind: JsonValueKind.Object } text && text.Property("script").Text().Length > 0 && feeling.Label.Length > 0)
                {
                    string speaker = person.Value.Property("person_id").Text() is { Length: > 0 } id ? id : person.Name;
                    double? start = text.Property("script_start").Number(), end = text.Property("script_end").Number();
                    if (seen.Add((speaker, start, end)))
                    {
                        yield return new AiHubSpan((start - 1) / rate, end / rate, speaker, feeling, text.Property("script").Text());
                    }
                }
            }
        }
    }

    private static IEnumerable<AiHubUtterance> Check(IEnumerable<AiHubSpan> spans, string name, Action<DatasetFault> fault)
    {
        int number = 0;
        foreach (AiHubSpan span in spans)
        {
            number++;
            LocalizedText? wrong = null;
            Emotion? emotion = AiHubEmotions.Find(span.Feeling.Label);
            if (span.Start is not { } start || span.End is not { } end || start < 0 || end <= start)
            {
                wrong = new("its beginning and end are no times in this order", "시작과 끝 시각이 올바르지 않음");
            }
            else if (end - start > LongestSeconds)
            {
                wrong = new($"it is over {LongestSeconds} s long", $"{LongestSeconds}초보다 긺");
            }
            else if (emotion is null)
            {
                wrong = new($"the emotion \"{span.Feeling.Label}\" is not known; docs/dataset.md lists those that are", $"감정 \"{span.Feeling.Label}\"을(를) 알 수 없음(목록은 docs/dataset.md)");
            }
            else
            {
                yield return new AiHubUtterance(number, start, end, span.Speaker, emotion.Value, span.Feeling.Valence, span.Feeling.Arousal, span.Text);
            }

            if (wrong is { } reason)
            {
                fault(new DatasetFault($"{name}, {number}", reason));
            }
        }
    }

    private static MalformedInputException NoShape(string name) => new(new LocalizedText(
        $"'{name}' has no utterances: it should have \"data\" with the persons of each frame, or a list \"utterances\"; docs/dataset.md names the fields.",
        $"'{name}' 파일에 발화가 없습니다. 프레임별 인물이 든 \"data\"나 \"utterances\" 목록이 있어야 합니다. 필드는 docs/dataset.md에 있습니다."));
}

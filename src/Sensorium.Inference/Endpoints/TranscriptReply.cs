using System.Text.Json;

namespace Sensorium.Inference;

/// <summary>Reads what a transcription endpoint answers: the words, and where the server tells them the language and the times.</summary>
internal static class TranscriptReply
{
    /// <summary>Reads an answer.</summary>
    /// <param name="content">JSON.</param>
    /// <returns>The words.</returns>
    /// <exception cref="JsonException">It is none, or has no words.</exception>
    public static Transcript Read(BinaryData content)
    {
        using JsonDocument json = JsonDocument.Parse(content);
        JsonElement root = json.RootElement;
        string text = root.TryGetProperty("text", out JsonElement said) && said.ValueKind == JsonValueKind.String ? said.ReadText() : throw new JsonException("There is no text.");
        return new Transcript(text, root.TryGetProperty("language", out JsonElement language) && language.ValueKind == JsonValueKind.String ? language.ReadText() : null)
        {
            Segments = root.TryGetProperty("segments", out JsonElement segments) && segments.ValueKind == JsonValueKind.Array ? [.. segments.EnumerateArray().SelectMany(Segment)] : [],
        };
    }

    // A piece without proper times is left out; its words are in the whole text all the same.
    private static IEnumerable<TranscriptSegment> Segment(JsonElement segment)
    {
        if (segment.ValueKind == JsonValueKind.Object
            && Seconds(segment, "start") is { } start && Seconds(segment, "end") is { } end && end >= start
            && segment.TryGetProperty("text", out JsonElement text) && text.ValueKind == JsonValueKind.String && text.ReadText().Trim() is { Length: > 0 } words)
        {
            yield return new(start, end, words);
        }
    }

    private static TimeSpan? Seconds(JsonElement segment, string name)
    {
        const double Most = 1e6;
        return segment.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0 and < Most and double seconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }
}

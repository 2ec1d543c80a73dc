using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sensorium;

/// <summary>One entry as a line of JSON or of CSV.</summary>
internal static class MoodLine
{
    /// <summary>The heading of the CSV.</summary>
    public const string CsvHeading = "time,source,valence,arousal,core";

    /// <summary>Writes an entry as an object.</summary>
    /// <param name="json">Receives the object.</param>
    /// <param name="entry">The entry.</param>
    public static void Write(Utf8JsonWriter json, MoodEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("time", Stamp(entry.Time));
        json.WriteString("source", entry.Source);
        json.WriteNumber("valence", entry.Valence);
        json.WriteNumber("arousal", entry.Arousal);
        json.WriteString("core", NameOf(entry.Core));
        json.WriteEndObject();
    }

    /// <summary>An entry as one line of JSON.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The line without its end.</returns>
    public static string ToJson(MoodEntry entry)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            Write(json, entry);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>An entry as one line of CSV.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The line without its end.</returns>
    public static string ToCsv(MoodEntry entry) => string.Create(
        CultureInfo.InvariantCulture, $"{Stamp(entry.Time)},{Quote(entry.Source)},{entry.Valence:0.00},{entry.Arousal:0.00},{NameOf(entry.Core)}");

    /// <summary>Reads a line of JSON.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The entry; null where the line is torn or of another kind.</returns>
    public static MoodEntry? Parse(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("time", out JsonElement time) && time.ValueKind == JsonValueKind.String && time.TryGetDateTimeOffset(out DateTimeOffset when)
                && root.TryGetProperty("source", out JsonElement source) && source.ValueKind == JsonValueKind.String
                && root.TryGetProperty("valence", out JsonElement valence) && valence.ValueKind == JsonValueKind.Number
                && root.TryGetProperty("arousal", out JsonElement arousal) && arousal.ValueKind == JsonValueKind.Number
                && root.TryGetProperty("core", out JsonElement core) && core.ValueKind == JsonValueKind.String && EmotionOf(core.GetString()!) is { } emotion
                    ? new MoodEntry(when, source.GetString()!, valence.GetDouble(), arousal.GetDouble(), emotion)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string NameOf(Emotion emotion) => emotion.ToString().ToLowerInvariant();

    private static Emotion? EmotionOf(string name)
    {
        foreach (Emotion emotion in Enum.GetValues<Emotion>())
        {
            if (NameOf(emotion) == name)
            {
                return emotion;
            }
        }

        return null;
    }

    private static string Stamp(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Quote(string text) => text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
}

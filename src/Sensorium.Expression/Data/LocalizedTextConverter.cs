using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sensorium.Expression;

/// <summary>Reads and writes a <see cref="LocalizedText"/> as <c>{"en": …, "ko": …}</c>.</summary>
internal sealed class LocalizedTextConverter : JsonConverter<LocalizedText>
{
    /// <inheritdoc/>
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? english = null;
        string? korean = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A text is an object with \"en\" and \"ko\".");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string key = reader.GetString()!;
            reader.Read();
            string? value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            switch (key)
            {
                case "en":
                    english = value;
                    break;
                case "ko":
                    korean = value;
                    break;
                default:
                    throw new JsonException($"A text has \"en\" and \"ko\", but \"{key}\" came.");
            }
        }

        return english is null
            ? throw new JsonException("A text needs at least \"en\".")
            : new LocalizedText(english, korean ?? english);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("en", value.English);
        writer.WriteString("ko", value.Korean);
        writer.WriteEndObject();
    }
}

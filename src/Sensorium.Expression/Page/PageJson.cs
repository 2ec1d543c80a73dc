using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sensorium.Imaging;

namespace Sensorium.Expression;

/// <summary>What the page's script needs beside the sound map, as JSON.</summary>
internal static class PageJson
{
    /// <summary>Writes title, language, grid, simulation matrices and sprites.</summary>
    /// <param name="content">The page's content.</param>
    /// <returns>Compact JSON.</returns>
    public static string Of(PageContent content) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("title", content.Title);
        json.WriteString("language", content.Language == Language.Korean ? "ko" : "en");
        json.WriteStartObject("grid");
        json.WriteNumber("width", content.Regions.Width);
        json.WriteNumber("height", content.Regions.Height);
        json.WriteBase64String("runs", LeafRuns.Encode(content.Regions));
        json.WriteEndObject();
        json.WriteStartObject("vision");
        Matrix(json, "protan", ColourVision.Protan);
        Matrix(json, "deutan", ColourVision.Deutan);
        Matrix(json, "tritan", ColourVision.Tritan);
        json.WriteEndObject();
        json.WriteStartArray("sprites");
        foreach (PageSprite sprite in content.Sprites)
        {
            Sprite(json, sprite);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Compact JSON with letters of every language as they are.</summary>
    /// <param name="write">Writes one value.</param>
    /// <returns>The text.</returns>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Sprite(Utf8JsonWriter json, PageSprite sprite)
    {
        json.WriteStartObject();
        json.WriteString("set", sprite.Set);
        Text(json, "name", sprite.Name);
        json.WriteString("mime", sprite.Mime);
        json.WriteNumber("rate", sprite.SampleRate);
        json.WriteStartObject("instruments");
        foreach ((string role, LocalizedText name) in sprite.Instruments.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Text(json, role, name);
        }

        json.WriteEndObject();
        json.WriteStartArray("loops");
        foreach (SpriteLoop loop in sprite.Loops)
        {
            json.WriteStartObject();
            json.WriteString("role", loop.Role);
            json.WriteNumber("pitch", loop.Pitch);
            json.WriteNumber("start", loop.Start);
            json.WriteNumber("length", loop.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, LocalizedText text)
    {
        json.WriteStartObject(name);
        json.WriteString("en", text.In(Language.English));
        json.WriteString("ko", text.In(Language.Korean));
        json.WriteEndObject();
    }

    private static void Matrix(Utf8JsonWriter json, string name, ColourVision vision)
    {
        json.WriteStartArray(name);
        foreach (float value in DeficiencySimulation.Matrix(vision))
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }
}

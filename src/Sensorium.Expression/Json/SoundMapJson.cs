using System.Text.Encodings.Web;
using System.Text.Json;
using Sensorium.Imaging;

namespace Sensorium.Expression;

/// <summary>Writes a sound map as JSON, as <c>docs/schemas/soundmap.schema.json</c> describes it.</summary>
public static class SoundMapJson
{
    /// <summary>The schema's name, written into every map; it grows when a key changes its meaning.</summary>
    public const string Schema = "sensorium-soundmap-1";

    /// <summary>Writes the map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="piece">The piece, or null where no sound was made.</param>
    /// <param name="generator">The program and its version, e.g. <c>sensorium 0.1.0</c>.</param>
    /// <param name="indented">Whether to break lines for people. Default true.</param>
    /// <returns>JSON text without a final newline.</returns>
    public static string Write(SoundMap map, Piece? piece, string generator, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(map);
        using MemoryStream stream = new();
        JsonWriterOptions options = new() { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (Utf8JsonWriter json = new(stream, options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("generator", generator);
            json.WriteStartObject("picture");
            json.WriteString("name", map.Name);
            json.WriteNumber("width", map.Width);
            json.WriteNumber("height", map.Height);
            json.WriteEndObject();
            json.WriteNumber("seed", map.Seed);
            WriteFeeling(json, map.Feeling);
            WriteTonality(json, map.Tonality);
            json.WritePropertyName("mapping");
            JsonSerializer.Serialize(json, map.Mapping with { Schema = null }, DataJsonContext.Default.Mapping);
            json.WriteStartObject("colours");
            json.WriteString("space", map.Regions.Space switch { ColourSpace.OkLab => "oklab", ColourSpace.CieLab => "lab", _ => "hsv" });
            json.WriteNumber("k", map.Regions.ClusterCount);
            json.WriteEndObject();
            json.WriteStartArray("regions");
            foreach (Region region in map.Regions.Regions)
            {
                WriteRegion(json, region, map.Sounds[region.Id], map.Labels.GetValueOrDefault(region.Id));
            }

            json.WriteEndArray();
            WritePiece(json, piece);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void WriteFeeling(Utf8JsonWriter json, Percept feeling)
    {
        json.WriteStartObject("feeling");
        WriteEstimate(json, "valence", feeling.Affect.Valence);
        WriteEstimate(json, "arousal", feeling.Affect.Arousal);
        if (feeling.Affect.Warmth is { } warmth)
        {
            Number(json, "warmth", warmth);
        }
        else
        {
            json.WriteNull("warmth");
        }

        json.WriteStartArray("evidence");
        foreach (LocalizedText text in feeling.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("en", text.English);
            json.WriteString("ko", text.Korean);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("model", feeling.Model);
        json.WriteEndObject();
    }

    private static void WriteEstimate(Utf8JsonWriter json, string name, Estimate estimate)
    {
        json.WriteStartObject(name);
        Number(json, "mean", estimate.Mean);
        Number(json, "sd", estimate.Sd);
        json.WriteEndObject();
    }

    private static void WriteTonality(Utf8JsonWriter json, Tonality tonality)
    {
        json.WriteStartObject("music");
        json.WriteStartObject("key");
        json.WriteNumber("tonic", tonality.Key.Tonic);
        json.WriteString("mode", tonality.Key.Mode.ToString().ToLowerInvariant());
        WriteText(json, "name", tonality.Key.Name);
        json.WriteEndObject();
        Number(json, "tempo", tonality.Tempo);
        json.WriteNumber("beatsPerBar", tonality.BeatsPerBar);
        Number(json, "barSeconds", tonality.BarSeconds);
        json.WriteNumber("register", tonality.Register);
        Number(json, "dynamics", tonality.Dynamics);
        json.WriteString("family", tonality.Family);
        Ids(json, "scale", tonality.Scale);
        Ids(json, "scanScale", tonality.ScanScale);
        Number(json, "darkest", tonality.DarkestLightness);
        Number(json, "lightest", tonality.LightestLightness);
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, Region region, RegionSound sound, string? label)
    {
        json.WriteStartObject();
        json.WriteNumber("id", region.Id);
        json.WriteString("level", region.Level.ToString().ToLowerInvariant());
        if (region.ParentId is { } parent)
        {
            json.WriteNumber("parent", parent);
        }
        else
        {
            json.WriteNull("parent");
        }

        Ids(json, "children", region.ChildIds);
        WriteText(json, "name", region.Name.Text);
        json.WriteString("basic", region.Name.Basic);
        json.WriteString("rgb", region.Rgb.ToHex());
        Numbers(json, "oklab", region.Colour.L, region.Colour.A, region.Colour.B);
        Numbers(json, "hsv", region.Hsv.HueDegrees, region.Hsv.Saturation, region.Hsv.Value);
        Number(json, "area", region.AreaShare);
        Numbers(json, "anchor", region.Anchor.X, region.Anchor.Y);
        Numbers(json, "centre", region.Centre.X, region.Centre.Y);
        Numbers(json, "box", region.Box.Left, region.Box.Top, region.Box.Right, region.Box.Bottom);
        json.WritePropertyName("outlines");
        json.WriteRawValue($"[{string.Join(", ", region.Outlines.Select(Outline))}]");
        Ids(json, "neighbours", region.NeighbourIds);
        Number(json, "contrast", region.LocalContrast);
        json.WriteString("label", label);
        json.WriteStartObject("sound");
        WriteVoice(json, "point", sound.Point);
        WriteVoice(json, "scan", sound.Scan);
        WriteVoice(json, "protan", sound.Protan);
        WriteVoice(json, "deutan", sound.Deutan);
        WriteVoice(json, "tritan", sound.Tritan);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteVoice(Utf8JsonWriter json, string name, Voice voice)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("layers");
        foreach (VoiceLayer layer in voice.Layers)
        {
            json.WriteStartObject();
            json.WriteString("role", layer.Role);
            Number(json, "gain", layer.Gain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Number(json, "height", voice.Height);
        json.WriteNumber("pitch", voice.Pitch);
        Number(json, "levelDb", voice.LevelDb);
        Number(json, "gainDb", voice.GainDb);
        Number(json, "lowpassHz", voice.LowpassHz);
        Number(json, "tremoloHz", voice.TremoloHz);
        Number(json, "tremoloDepth", voice.TremoloDepth);
        Numbers(json, "gate", [.. voice.Gate]);
        Number(json, "pan", voice.Pan);
        json.WriteEndObject();
    }

    private static void WritePiece(Utf8JsonWriter json, Piece? piece)
    {
        if (piece is null)
        {
            json.WriteNull("piece");
            return;
        }

        json.WriteStartObject("piece");
        Number(json, "seconds", piece.Seconds);
        json.WriteStartArray("notes");
        foreach (PieceNote note in piece.Notes)
        {
            json.WriteStartObject();
            json.WriteNumber("region", note.RegionId);
            Number(json, "start", note.StartSeconds);
            Number(json, "length", note.LengthSeconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, LocalizedText text)
    {
        json.WriteStartObject(name);
        json.WriteString("en", text.English);
        json.WriteString("ko", text.Korean);
        json.WriteEndObject();
    }

    private static string Outline(IReadOnlyList<UnitPoint> outline) =>
        $"[{string.Join(", ", outline.Select(point => $"[{Rounded(point.X)}, {Rounded(point.Y)}]"))}]";

    /// <summary>Arrays of numbers stand on one line, so that people can read the file and it stays small.</summary>
    private static void Ids(Utf8JsonWriter json, string name, IReadOnlyList<int> ids)
    {
        json.WritePropertyName(name);
        json.WriteRawValue($"[{string.Join(", ", ids)}]");
    }

    private static void Numbers(Utf8JsonWriter json, string name, params ReadOnlySpan<double> values)
    {
        json.WritePropertyName(name);
        json.WriteRawValue($"[{string.Join(", ", values.ToArray().Select(Rounded))}]");
    }

    private static void Number(Utf8JsonWriter json, string name, double value) => json.WriteNumber(name, Rounded(value));

    private static double Rounded(double value) => Math.Round(value, 4) + 0.0;
}

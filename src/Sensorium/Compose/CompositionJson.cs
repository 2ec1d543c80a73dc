using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sensorium.Expression;
using Sensorium.Music;

namespace Sensorium;

/// <summary>Writes what was composed as JSON (docs/schemas/composition.schema.json).</summary>
public static class CompositionJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>One object on one line.</returns>
    public static string Write(ComposeResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "sensorium-composition-1");
            json.WriteString("generator", HearFlow.Generator);
            json.WriteString("input", result.Input);
            json.WriteString("style", result.Options.Style.Id);
            json.WriteString("goal", result.Options.Goal.Id);
            json.WriteNumber("seconds", Math.Round(result.Path.Length.TotalSeconds, 3));
            json.WriteNumber("seed", result.Options.Seed);
            json.WriteStartArray("path");
            foreach (AffectPoint point in result.Path.Points)
            {
                json.WriteStartObject();
                Number(json, "seconds", point.Time.TotalSeconds);
                Number(json, "valence", point.Valence);
                Number(json, "arousal", point.Arousal);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("candidates");
            foreach (ComposedPiece piece in result.Pieces)
            {
                Piece(json, piece);
            }

            json.WriteEndArray();
            if (result.Outside is { } outside)
            {
                Outside(json, outside);
            }

            if (result.Note is { } note)
            {
                json.WriteString("note", note.English);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Piece(Utf8JsonWriter json, ComposedPiece piece)
    {
        Composition composition = piece.Composition;
        TempoMap tempi = new(composition.Score);
        json.WriteStartObject();
        json.WriteNumber("seed", composition.Request.Seed);
        if (piece.Distance is { } distance)
        {
            Number(json, "distance", distance);
        }

        json.WriteString("key", composition.Score.Key.Name.English);
        Number(json, "tempo", composition.Score.Tempo);
        json.WriteNumber("beatsPerBar", composition.Score.Meter.Beats);
        json.WriteNumber("bars", (int)Math.Round(composition.Score.Length / composition.Score.Meter.Quarters));
        json.WriteStartArray("parts");
        foreach (Part part in composition.Score.Parts)
        {
            json.WriteStartObject();
            json.WriteString("name", part.Name);
            json.WriteNumber("program", part.Program);
            json.WriteBoolean("percussion", part.Bank == 128);
            json.WriteNumber("notes", part.Notes.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("sections");
        foreach (ScoreSection section in composition.Score.Form)
        {
            json.WriteStartObject();
            Number(json, "seconds", tempi.SecondsAt(section.Beat));
            json.WriteString("label", section.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("chords");
        foreach (ScoreChord chord in composition.Chords)
        {
            json.WriteStartObject();
            Number(json, "seconds", tempi.SecondsAt(chord.Beat));
            json.WriteString("symbol", chord.Chord.Symbol);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (piece.LoudnessLufs is { } lufs)
        {
            Number(json, "loudnessLufs", lufs);
            Number(json, "truePeakDbtp", piece.TruePeakDbtp!.Value);
        }

        json.WriteStartArray("files");
        foreach (string file in piece.Files)
        {
            json.WriteStringValue(Path.GetFileName(file));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Outside(Utf8JsonWriter json, OutsidePiece piece)
    {
        json.WriteStartObject("outside");
        json.WriteString("generator", piece.Generator);
        json.WriteString("prompt", piece.Prompt);
        json.WriteString("said", piece.Said);
        json.WriteString("format", piece.Format);
        Number(json, "seconds", piece.Length.TotalSeconds);
        Number(json, "loudnessLufs", piece.LoudnessLufs);
        Number(json, "truePeakDbtp", piece.TruePeakDbtp);
        json.WriteStartArray("files");
        foreach (string file in piece.Files)
        {
            json.WriteStringValue(Path.GetFileName(file));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double value) => json.WriteNumber(name, Math.Round(value, 3));
}

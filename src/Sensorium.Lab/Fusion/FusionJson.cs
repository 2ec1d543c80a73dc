using System.Text.Json;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Fusion;

/// <summary>Writes the figures of fusion as JSON.</summary>
internal static class FusionJson
{
    /// <summary>Name and version of the shape.</summary>
    public const string Schema = "sensorium-evaluate-fusion-1";

    /// <summary>Writes the figures.</summary>
    /// <param name="result">The figures.</param>
    /// <returns>One line of JSON.</returns>
    public static string Write(FusionResult result) => ReportJson.Line(
        Schema,
        json =>
        {
            json.WriteNumber("clips", result.Clips);
            json.WriteNumber("speakers", result.Speakers);
            json.WriteNumber("faces", result.Tiles);
            json.WriteNumber("facesEach", result.Options.FacesEach);
            json.WriteNumber("seed", result.Options.Seed);
            json.WriteNumber("resamples", result.Options.Resamples);
            json.WriteString("faceModel", result.FaceModel);
            json.WriteString("voiceModel", result.VoiceModel);
            json.WriteBoolean("heldOut", result.IsHeldOut);
            json.WriteStartArray("settings");
            foreach (FusionRow row in result.Rows)
            {
                Row(json, row);
            }

            json.WriteEndArray();
            ReportJson.WriteFaults(json, result.Faults);
        });

    private static void Row(Utf8JsonWriter json, FusionRow row)
    {
        json.WriteStartObject();
        json.WriteString("setting", FusionSettings.Id(row.Setting));
        json.WriteNumber("pairs", row.Items);
        Figures(json, "face", row.Face);
        Figures(json, "voice", row.Voice);
        Figures(json, "fused", row.Fused);
        ReportJson.Interval(json, "gain", row.Gain);
        Figures(json, "statedFace", row.StatedFace);
        Figures(json, "statedVoice", row.StatedVoice);
        Figures(json, "statedMean", row.StatedMean);
        json.WriteEndObject();
    }

    private static void Figures(Utf8JsonWriter json, string name, FusionFigures figures)
    {
        json.WriteStartObject(name);
        ReportJson.Interval(json, "accuracy", figures.Accuracy);
        ReportJson.Number(json, "calibrationError", figures.Error);
        json.WriteEndObject();
    }
}

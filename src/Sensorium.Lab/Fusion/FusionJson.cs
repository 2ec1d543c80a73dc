using System.Text;
using System.Text.Json;
using Sensorium.Lab.Evaluation;
using Sensorium.Perception;

namespace Sensorium.Lab.Fusion;

/// <summary>Writes the figures of fusion as JSON.</summary>
internal static class FusionJson
{
    /// <summary>Writes the figures.</summary>
    /// <param name="result">The figures.</param>
    /// <returns>One object on one line.</returns>
    public static string Write(FusionResult result)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteString("schema", "sensorium-evaluate-fusion-1");
            json.WriteNumber("clips", result.Clips);
            json.WriteNumber("speakers", result.Speakers);
            json.WriteNumber("faces", result.Tiles);
            json.WriteNumber("facesEach", result.Options.FacesEach);
            json.WriteNumber("seed", result.Options.Seed);
            json.WriteNumber("resamples", result.Options.Resamples);
            json.WriteString("faceModel", result.FaceModel);
            json.WriteString("voiceModel", result.VoiceModel);
            json.WriteBoolean("heldOut", result.IsHeldOut);
            Calibrations(json, "faceCalibrations", result.FaceCalibrations);
            Calibrations(json, "voiceCalibrations", result.VoiceCalibrations);
            json.WriteStartArray("settings");
            foreach (FusionRow row in result.Rows)
            {
                json.WriteStartObject();
                json.WriteString("setting", FusionSettings.Id(row.Setting));
                json.WriteNumber("pairs", row.Items);
                Figures(json, "face", row.Face);
                Figures(json, "voice", row.Voice);
                Figures(json, "mean", row.Mean);
                Figures(json, "fused", row.Fused);
                ReportJson.Interval(json, "gain", row.Gain);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            ReportJson.WriteFaults(json, result.Faults);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Figures(Utf8JsonWriter json, string name, FusionFigures figures)
    {
        json.WriteStartObject(name);
        ReportJson.Interval(json, "accuracy", figures.Accuracy);
        ReportJson.Number(json, "accuracyAsStated", figures.AsStated);
        ReportJson.Number(json, "calibrationErrorAsStated", figures.Raw);
        ReportJson.Number(json, "calibrationError", figures.Calibrated);
        json.WriteEndObject();
    }

    private static void Calibrations(Utf8JsonWriter json, string name, IReadOnlyList<SourceCalibration> calibrations)
    {
        json.WriteStartArray(name);
        foreach (SourceCalibration calibration in calibrations)
        {
            json.WriteStartObject();
            ReportJson.Number(json, "temperature", calibration.Temperature);
            json.WriteStartArray("weights");
            foreach (double weight in calibration.Weights)
            {
                json.WriteNumberValue(Math.Round(weight, 4));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

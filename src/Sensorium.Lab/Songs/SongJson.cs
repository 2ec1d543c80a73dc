using System.Text.Json;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Songs;

/// <summary>Writes a result as JSON; figures are rounded to 4 decimals, those that do not exist are null.</summary>
internal static class SongJson
{
    /// <summary>Name and version of the shape.</summary>
    public const string Schema = "sensorium-evaluate-song-1";

    /// <summary>Writes the result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>One line of JSON.</returns>
    public static string Write(SongEvaluationResult result) => ReportJson.Line(Schema, json =>
    {
        ReportJson.WriteFaults(json, result.Faults);
        json.WriteStartArray("scores");
        foreach (SongScores scores in result.Scores)
        {
            json.WriteStartObject();
            json.WriteString("id", scores.Id);
            json.WriteNumber("items", scores.Clips);
            Share(json, "quadrant", scores.Quadrant);
            Share(json, "arousal", scores.Arousal);
            Share(json, "valence", scores.Valence);
            ReportJson.Number(json, "arousalCalibrationError", scores.ArousalError);
            ReportJson.Number(json, "valenceCalibrationError", scores.ValenceError);
            if (scores.Confusion is { } confusion)
            {
                ReportJson.Confusion(json, "confusion", confusion);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        ReportJson.Number(json, "millisecondsFor180s", result.Milliseconds);
    });

    private static void Share(Utf8JsonWriter json, string name, SongShare share)
    {
        ReportJson.Number(json, name, share.Value);
        ReportJson.Number(json, $"{name}Sd", share.Spread);
    }
}

using System.Text.Json;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Voices;

/// <summary>Writes a result as JSON; figures are rounded to 4 decimals, those that do not exist are null.</summary>
internal static class VoiceJson
{
    /// <summary>Name and version of the shape.</summary>
    public const string Schema = "sensorium-evaluate-voice-1";

    /// <summary>Writes the result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>One line of JSON.</returns>
    public static string Write(VoiceEvaluationResult result)
    {
        return ReportJson.Line(
            Schema,
            json =>
            {
                json.WriteNumber("items", result.Clips);
                json.WriteNumber("speakers", result.Speakers);
                json.WriteNumber("seed", result.Seed);
                ReportJson.WriteFaults(json, result.Faults);
                Scores(json, "emotions", result.Emotions);
                Scores(json, "known", result.Known);
                Scores(json, "robustness", result.Robustness);
                json.WriteStartArray("activity");
                foreach (ActivityScores scores in result.Activity)
                {
                    json.WriteStartObject();
                    json.WriteString("sound", scores.Sound.English);
                    json.WriteString("model", scores.Model);
                    json.WriteNumber("frames", scores.Frames);
                    ReportJson.Number(json, "f1", scores.F1);
                    ReportJson.Number(json, "precision", scores.Precision);
                    ReportJson.Number(json, "recall", scores.Recall);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                ReportJson.Number(json, "millisecondsFor10s", result.Milliseconds);
            });
    }

    private static void Scores(Utf8JsonWriter json, string name, IReadOnlyList<VoiceScores> all)
    {
        json.WriteStartArray(name);
        foreach (VoiceScores scores in all)
        {
            json.WriteStartObject();
            json.WriteString("id", scores.Id);
            json.WriteNumber("classes", scores.Confusion.Classes);
            json.WriteNumber("items", scores.Clips);
            ReportJson.Number(json, "recall", scores.Recall);
            ReportJson.Number(json, "recallSd", scores.RecallSd);
            ReportJson.Number(json, "pooledRecall", scores.PooledRecall);
            ReportJson.Number(json, "baselineRecall", scores.Baseline);
            ReportJson.Number(json, "macroF1", scores.MacroF1);
            ReportJson.Number(json, "accuracy", scores.Accuracy);
            ReportJson.Number(json, "calibrationError", scores.CalibrationError);
            ReportJson.Number(json, "calibrationNoise", scores.CalibrationNoise);
            ReportJson.Confusion(json, "confusion", scores.Confusion);
            ReportJson.Reliability(json, "reliability", scores.Reliability);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

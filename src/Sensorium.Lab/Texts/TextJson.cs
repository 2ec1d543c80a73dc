using System.Text.Json;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Texts;

/// <summary>Writes a result as JSON; figures are rounded to 4 decimals, those that do not exist are null.</summary>
internal static class TextJson
{
    /// <summary>Name and version of the shape.</summary>
    public const string Schema = "sensorium-evaluate-text-1";

    private static readonly string[] AxisNames = ["valence", "arousal", "dominance"];

    /// <summary>Writes the result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>One line of JSON.</returns>
    public static string Write(TextEvaluationResult result)
    {
        return ReportJson.Line(
            Schema,
            json =>
            {
                json.WriteString("model", result.Model);
                json.WriteNumber("seed", result.Options.Seed);
                json.WriteNumber("resamples", result.Options.Resamples);
                ReportJson.WriteFaults(json, result.Faults);
                WriteAxes(json, result);
                WriteNaming(json, result.Naming);
                WritePresence(json, result.Presence);
                ReportJson.Number(json, "sentencesPerSecond", result.SentencesPerSecond ?? double.NaN);
                ReportJson.Number(json, "perceptsPerSecond", result.PerceptsPerSecond ?? double.NaN);
            });
    }

    private static void WriteAxes(Utf8JsonWriter json, TextEvaluationResult result)
    {
        json.WritePropertyName("emobank");
        if (result.Axes.Count == 0)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("items", result.RatedItems);
        for (int i = 0; i < AxisNames.Length; i++)
        {
            json.WriteStartObject(AxisNames[i]);
            ReportJson.Interval(json, "r", result.Axes[i].Correlation);
            ReportJson.Number(json, "rmse", result.Axes[i].Error);
            ReportJson.Number(json, "rmseOfMean", result.Axes[i].ConstantError);
            ReportJson.Number(json, "coverage80", result.Axes[i].Coverage);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteNaming(Utf8JsonWriter json, TextNamingResult? naming)
    {
        json.WritePropertyName("goemotions");
        if (naming is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("items", naming.Items);
        ReportJson.Interval(json, "accuracy", naming.Accuracy);
        ReportJson.Interval(json, "macroF1", naming.MacroF1);
        ReportJson.Number(json, "accuracyOfCommonest", naming.ConstantAccuracy);
        ReportJson.Number(json, "macroF1OfCommonest", naming.ConstantMacroF1);
        ReportJson.Number(json, "calibrationError", naming.CalibrationError);
        ReportJson.Confusion(json, "confusion", naming.Confusion);
        ReportJson.Reliability(json, "reliability", naming.Reliability);
        json.WriteEndObject();
    }

    private static void WritePresence(Utf8JsonWriter json, TextPresenceResult? presence)
    {
        json.WritePropertyName("kote");
        if (presence is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("items", presence.Items);
        json.WriteBoolean("heldOut", presence.IsHeldOut);
        ReportJson.Interval(json, "meanAuc", presence.MeanArea);
        json.WriteStartObject("auc");
        foreach (Emotion emotion in Enum.GetValues<Emotion>())
        {
            ReportJson.Interval(json, emotion.ToString().ToLowerInvariant(), presence.Areas[(int)emotion]);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}

using System.Text.Json;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Scenes;

/// <summary>Writes a result as JSON; figures are rounded to 4 decimals, those that do not exist are null.</summary>
internal static class SceneJson
{
    /// <summary>Name and version of the shape.</summary>
    public const string Schema = "sensorium-evaluate-scene-1";

    /// <summary>Writes the result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>One line of JSON.</returns>
    public static string Write(SceneEvaluationResult result) => ReportJson.Line(Schema, json => Write(json, result));

    private static void Write(Utf8JsonWriter json, SceneEvaluationResult result)
    {
        json.WriteNumber("items", result.Items);
        json.WriteNumber("themes", result.Themes);
        json.WriteNumber("divisions", result.Options.Divisions);
        json.WriteNumber("seed", result.Options.Seed);
        json.WriteNumber("resamples", result.Options.Resamples);
        json.WriteNumber("candidates", result.Candidates);
        json.WriteBoolean("faces", result.WithoutFaces is null);
        ReportJson.WriteFaults(json, result.Faults);
        json.WriteStartArray("methods");
        foreach (SceneMethodResult method in result.Methods)
        {
            Method(json, method);
        }

        json.WriteEndArray();
        json.WritePropertyName("shipped");
        if (result.Shipped is { } shipped)
        {
            json.WriteStartObject();
            json.WriteString("model", result.ShippedModel);
            json.WriteBoolean("hasSeenTheseItems", true);
            Axis(json, "valence", shipped.Valence);
            Axis(json, "arousal", shipped.Arousal);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        Chosen(json, result);
    }

    private static void Method(Utf8JsonWriter json, SceneMethodResult method)
    {
        json.WriteStartObject();
        json.WriteString("id", method.Id);
        json.WriteBoolean("isReference", method.IsReference);
        Axis(json, "valence", method.Valence);
        Axis(json, "arousal", method.Arousal);
        json.WriteEndObject();
    }

    private static void Axis(Utf8JsonWriter json, string name, SceneAxisResult axis)
    {
        json.WriteStartObject(name);
        ReportJson.Number(json, "rByFold", axis.FoldCorrelation);
        ReportJson.Number(json, "rByFoldSd", axis.FoldCorrelationSd);
        ReportJson.Interval(json, "r", axis.Correlation);
        ReportJson.Number(json, "rmse", axis.Error);
        ReportJson.Number(json, "coverage80", axis.Coverage);
        json.WriteEndObject();
    }

    private static void Chosen(Utf8JsonWriter json, SceneEvaluationResult result)
    {
        json.WriteStartArray("chosen");
        foreach (SceneChosen chosen in result.Chosen)
        {
            json.WriteStartObject();
            json.WriteString("axis", chosen.Axis);
            json.WriteString("choice", chosen.Choice);
            json.WriteNumber("times", chosen.Times);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

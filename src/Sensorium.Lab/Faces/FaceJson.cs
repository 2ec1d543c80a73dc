using System.Text.Json;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Faces;

/// <summary>Writes a result as JSON; shares and losses are rounded to 4 decimals, figures that do not exist are null.</summary>
internal static class FaceJson
{
    /// <summary>Name and version of the shape.</summary>
    public const string Schema = "sensorium-evaluate-face-1";

    /// <summary>Writes the result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>One line of JSON.</returns>
    public static string Write(FaceEvaluationResult result) => ReportJson.Line(Schema, json => Write(json, result));

    private static void Write(Utf8JsonWriter json, FaceEvaluationResult result)
    {
        WriteData(json, result);
        json.WriteNumber("seed", result.Seed);
        json.WriteNumber("resamples", result.Resamples);
        json.WriteStartArray("emotions");
        foreach (LocalizedText name in EmotionNames.All)
        {
            json.WriteStringValue(name.English);
        }

        json.WriteEndArray();
        WriteProtocols(json, result);
        json.WriteStartArray("models");
        foreach (FaceModelResult model in result.Models)
        {
            WriteModel(json, result, model);
        }

        json.WriteEndArray();
    }

    private static void WriteData(Utf8JsonWriter json, FaceEvaluationResult result)
    {
        json.WriteString("data", result.Data);
        json.WriteString("layout", result.Layout.ToString().ToLowerInvariant());
        json.WriteString("split", result.Split);
        json.WriteNumber("items", result.Items);
        json.WriteNumber("withoutFace", result.WithoutFace);
        json.WriteString("detector", result.Detector);
        ReportJson.WriteFaults(json, result.Faults);
    }

    private static void WriteProtocols(Utf8JsonWriter json, FaceEvaluationResult result)
    {
        json.WriteStartArray("protocols");
        for (int i = 0; i < result.Protocols.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("id", FaceProtocols.Id(result.Protocols[i]));
            json.WriteNumber("items", result.Baseline[i].Items);
            ReportJson.Number(json, "leastLoss", result.LeastLoss[i]);
            json.WritePropertyName("baseline");
            WriteScores(json, result.Baseline[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteModel(Utf8JsonWriter json, FaceEvaluationResult result, FaceModelResult model)
    {
        json.WriteStartObject();
        json.WriteString("model", model.Model);
        WriteNamed(json, "protocols", result.Protocols.Select(FaceProtocols.Id), model.Scores);
        WriteNamed(json, "crops", result.Crops.Select(FaceCrops.Id), model.CropScores);
        json.WriteStartArray("sizes");
        foreach (FaceSizeResult size in model.Sizes)
        {
            json.WriteStartObject();
            json.WriteNumber("side", size.Side);
            ReportJson.Interval(json, "accuracy", size.Accuracy);
            ReportJson.Interval(json, "unweightedAverageRecall", size.UnweightedAverageRecall);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteClasses(json, model.Confusion);
        ReportJson.Confusion(json, "confusion", model.Confusion);
        ReportJson.Reliability(json, "reliability", model.Reliability);
        if (model.Times is { } times)
        {
            json.WriteStartObject("millisecondsAFace");
            ReportJson.Number(json, "oneByOne", times.OneByOne);
            ReportJson.Number(json, "batchOf32", times.Batched);
            ReportJson.Number(json, "processor", times.Processor);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("millisecondsAFace");
        }

        json.WriteEndObject();
    }

    private static void WriteClasses(Utf8JsonWriter json, ConfusionMatrix confusion)
    {
        json.WriteStartArray("classes");
        for (int k = 0; k < EmotionScores.Count; k++)
        {
            json.WriteStartObject();
            json.WriteString("id", EmotionNames.All[k].English);
            json.WriteNumber("items", confusion.Asked(k));
            ReportJson.Number(json, "recall", confusion.Recall(k));
            ReportJson.Number(json, "precision", confusion.Precision(k));
            ReportJson.Number(json, "f1", confusion.F1(k));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNamed(Utf8JsonWriter json, string name, IEnumerable<string> ids, IReadOnlyList<FaceScores> scores)
    {
        json.WriteStartArray(name);
        foreach ((string id, FaceScores score) in ids.Zip(scores))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WritePropertyName("scores");
            WriteScores(json, score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteScores(Utf8JsonWriter json, FaceScores scores)
    {
        json.WriteStartObject();
        json.WriteNumber("items", scores.Items);
        ReportJson.Interval(json, "accuracy", scores.Accuracy);
        ReportJson.Interval(json, "unweightedAverageRecall", scores.UnweightedAverageRecall);
        ReportJson.Interval(json, "macroF1", scores.MacroF1);
        ReportJson.Interval(json, "loss", scores.Loss);
        ReportJson.Interval(json, "calibrationError", scores.CalibrationError);
        ReportJson.Interval(json, "adaptiveCalibrationError", scores.AdaptiveCalibrationError);
        ReportJson.Interval(json, "brier", scores.Brier);
        json.WriteEndObject();
    }
}

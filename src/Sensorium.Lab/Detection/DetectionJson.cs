using System.Text.Json;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Detection;

/// <summary>Writes a result as JSON; shares are rounded to 4 decimals, figures that do not exist are null.</summary>
internal static class DetectionJson
{
    /// <summary>Name and version of the shape.</summary>
    public const string Schema = "sensorium-evaluate-detect-1";

    /// <summary>Writes the result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>One line of JSON.</returns>
    public static string Write(DetectionResult result) => ReportJson.Line(Schema, json => Write(json, result));

    private static void Write(Utf8JsonWriter json, DetectionResult result)
    {
        json.WriteNumber("seed", result.Seed);
        json.WriteNumber("resamples", result.Resamples);
        ReportJson.Number(json, "overlap", BoxMatching.Overlap);
        ReportJson.Number(json, "goodPrecision", DetectionEvaluation.GoodPrecision);
        json.WriteString("judge", result.Judge);
        ReportJson.Number(json, "sureConfidence", result.SureConfidence);
        ReportJson.Number(json, "doubtfulConfidence", result.DoubtfulConfidence);
        json.WriteStartArray("absent");
        foreach (string name in result.Absent)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        ReportJson.WriteFaults(json, result.Faults);
        json.WriteStartArray("sets");
        foreach (DetectionSetResult set in result.Sets)
        {
            WriteSet(json, set);
        }

        json.WriteEndArray();
        WriteTimes(json, result.Times);
    }

    private static void WriteSet(Utf8JsonWriter json, DetectionSetResult set)
    {
        json.WriteStartObject();
        json.WriteString("id", DetectionSets.Id(set.Kind));
        json.WriteNumber("pictures", set.Pictures);
        json.WriteNumber("faces", set.Faces);
        json.WriteNumber("ignored", set.Ignored);
        json.WriteBoolean("judged", set.IsJudged);
        json.WriteStartArray("detectors");
        foreach (DetectionScores scores in set.Detectors)
        {
            json.WriteStartObject();
            json.WriteString("model", scores.Model);
            ReportJson.Number(json, "threshold", scores.Threshold);
            json.WriteNumber("found", scores.Found);
            ReportJson.Interval(json, "recall", scores.Recall);
            ReportJson.Interval(json, "precision", scores.Precision);
            ReportJson.Interval(json, "averagePrecision", scores.AveragePrecision);
            ReportJson.Interval(json, "recallAtGoodPrecision", scores.GoodRecall);
            WriteSizes(json, scores.Sizes);
            WriteCurve(json, scores.Curve);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSizes(Utf8JsonWriter json, IReadOnlyList<DetectionSizeScores> sizes)
    {
        json.WriteStartArray("sizes");
        foreach (DetectionSizeScores size in sizes)
        {
            json.WriteStartObject();
            ReportJson.Number(json, "from", size.From);
            ReportJson.Number(json, "to", size.To);
            json.WriteNumber("faces", size.Faces);
            ReportJson.Number(json, "recall", size.Recall);
            json.WriteNumber("found", size.Found);
            ReportJson.Number(json, "precision", size.Precision);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCurve(Utf8JsonWriter json, IReadOnlyList<PrecisionRecallPoint> curve)
    {
        json.WriteStartArray("curve");
        foreach (PrecisionRecallPoint point in curve)
        {
            json.WriteStartObject();
            ReportJson.Number(json, "threshold", point.Threshold);
            ReportJson.Number(json, "recall", point.Recall);
            ReportJson.Number(json, "precision", point.Precision);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTimes(Utf8JsonWriter json, IReadOnlyList<DetectionTimes> times)
    {
        json.WriteStartArray("millisecondsAPicture");
        foreach (DetectionTimes time in times)
        {
            json.WriteStartObject();
            json.WriteString("model", time.Model);
            ReportJson.Number(json, "elapsed", time.Elapsed);
            ReportJson.Number(json, "processor", time.Processor);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

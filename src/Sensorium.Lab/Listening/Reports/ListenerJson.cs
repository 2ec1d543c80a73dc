using System.Text.Json;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Listening;

/// <summary>Writes a report as JSON; shares are rounded to 4 decimals.</summary>
internal static class ListenerJson
{
    /// <summary>Name and version of the shape.</summary>
    public const string Schema = "sensorium-listener-1";

    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>One line of JSON.</returns>
    public static string Write(ListenerReport report) => ReportJson.Line(Schema, json => Write(json, report));

    private static void Write(Utf8JsonWriter json, ListenerReport report)
    {
        json.WriteNumber("seed", report.Seed);
        json.WriteBoolean("quick", report.IsQuick);
        json.WriteString("mapping", report.Mapping);
        json.WriteString("soundFont", report.SoundFont);
        json.WriteStartArray("hues");
        foreach (ClassificationResult result in report.Hues)
        {
            WriteResult(json, result);
        }

        json.WriteEndArray();
        json.WritePropertyName("colours");
        WriteResult(json, report.Colours);
        json.WriteStartArray("deficiencies");
        foreach (DeficiencyResult result in report.Deficiencies)
        {
            WriteDeficiency(json, result);
        }

        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, ClassificationResult result)
    {
        json.WriteStartObject();
        json.WriteString("soundSet", result.SoundSet);
        json.WriteNumber("trainingScenes", result.TrainingScenes);
        json.WriteNumber("testScenes", result.TestScenes);
        json.WriteNumber("trainingSounds", result.TrainingSounds);
        json.WriteNumber("testSounds", result.TestSounds);
        Number(json, "accuracy", result.Accuracy);
        json.WriteStartArray("interval95");
        json.WriteNumberValue(Math.Round(result.Interval.Lowest, 4));
        json.WriteNumberValue(Math.Round(result.Interval.Highest, 4));
        json.WriteEndArray();
        Number(json, "chance", result.Chance);
        Number(json, "levelOnlyAccuracy", result.LevelOnlyAccuracy);
        json.WriteStartArray("classes");
        foreach (LocalizedText name in result.Classes)
        {
            json.WriteStartObject();
            json.WriteString("en", name.English);
            json.WriteString("ko", name.Korean);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("confusion");
        foreach (IReadOnlyList<int> row in result.Confusion)
        {
            json.WriteStartArray();
            foreach (int count in row)
            {
                json.WriteNumberValue(count);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDeficiency(Utf8JsonWriter json, DeficiencyResult result)
    {
        json.WriteStartObject();
        json.WriteString("vision", result.Vision.ToString().ToLowerInvariant());
        json.WriteNumber("colours", result.Colours);
        json.WriteNumber("pairs", result.Pairs);
        Number(json, "medianDistance", result.MedianDistance);
        Number(json, "normalMedianDistance", result.NormalMedianDistance);
        json.WriteNumber("confusedPairs", result.Confused.Count);
        json.WriteNumber("aboveMedian", result.AboveMedian);
        json.WriteNumber("normalAboveMedian", result.NormalAboveMedian);
        json.WriteStartArray("confused");
        foreach (ColourPair pair in result.Confused)
        {
            json.WriteStartObject();
            json.WriteString("first", pair.First.ToHex());
            json.WriteString("second", pair.Second.ToHex());
            Number(json, "trueDifference", pair.TrueDifference);
            Number(json, "seenDifference", pair.SeenDifference);
            Number(json, "distance", pair.Distance);
            Number(json, "rank", pair.Rank);
            Number(json, "normalDistance", pair.NormalDistance);
            Number(json, "normalRank", pair.NormalRank);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double value) => json.WriteNumber(name, Math.Round(value, 4));
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sensorium.Lab.Datasets;

namespace Sensorium.Lab.Evaluation;

/// <summary>The parts that the JSON of all evaluations shares. Figures are rounded to 4 decimals; NaN becomes null.</summary>
internal static class ReportJson
{
    private const int MostFaults = 100;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A whole report: one object that begins with the name and version of its shape.</summary>
    /// <param name="schema">The shape.</param>
    /// <param name="write">Writes what comes after it.</param>
    /// <returns>One line of JSON.</returns>
    public static string Line(string schema, Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", schema);
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A figure.</summary>
    public static void Number(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        Value(json, value);
    }

    /// <summary>A figure with its interval: <c>{"value": 0.84, "interval95": [0.83, 0.85]}</c>.</summary>
    public static void Interval(Utf8JsonWriter json, string name, ConfidenceInterval interval)
    {
        json.WriteStartObject(name);
        Number(json, "value", interval.Value);
        json.WriteStartArray("interval95");
        Value(json, interval.Lowest);
        Value(json, interval.Highest);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A confusion matrix: rows are true classes.</summary>
    public static void Confusion(Utf8JsonWriter json, string name, ConfusionMatrix matrix)
    {
        json.WriteStartArray(name);
        for (int truth = 0; truth < matrix.Classes; truth++)
        {
            json.WriteStartArray();
            for (int named = 0; named < matrix.Classes; named++)
            {
                json.WriteNumberValue(matrix[truth, named]);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Bins of a reliability diagram.</summary>
    public static void Reliability(Utf8JsonWriter json, string name, IReadOnlyList<ReliabilityBin> bins)
    {
        json.WriteStartArray(name);
        foreach (ReliabilityBin bin in bins)
        {
            json.WriteStartObject();
            Number(json, "from", bin.From);
            Number(json, "to", bin.To);
            json.WriteNumber("items", bin.Count);
            Number(json, "probability", bin.Confidence);
            Number(json, "accuracy", bin.Accuracy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What was left out: how many, and the first hundred by name with their reasons in English.</summary>
    public static void WriteFaults(Utf8JsonWriter json, IReadOnlyList<DatasetFault> faults)
    {
        json.WriteNumber("leftOut", faults.Count);
        json.WriteStartArray("leftOutFirst");
        foreach (DatasetFault fault in faults.Take(MostFaults))
        {
            json.WriteStartObject();
            json.WriteString("name", fault.Name);
            json.WriteString("reason", fault.Reason.English);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(Math.Round(value, 4));
        }
        else
        {
            json.WriteNullValue();
        }
    }
}

using System.Text.Json;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>What was heard in a song, as the schemas of <c>feel</c> and of the library spell it.</summary>
internal static class SongJson
{
    /// <summary>Writes what was measured as properties.</summary>
    /// <param name="json">Receives the properties.</param>
    /// <param name="measures">What was measured.</param>
    /// <param name="digits">Decimals.</param>
    public static void WriteMeasures(Utf8JsonWriter json, SongMeasures measures, int digits)
    {
        Number(json, "tempo", measures.Tempo, digits);
        json.WriteString("key", measures.Key.ToString());
        Number(json, "loudness", measures.Loudness, digits);
        Number(json, "dynamics", measures.Dynamics, digits);
        Number(json, "brightness", measures.Brightness, digits);
        Number(json, "noise", measures.Noise, digits);
        Number(json, "density", measures.Density, digits);
        Number(json, "vocalShare", measures.VocalShare, digits);
    }

    /// <summary>Writes what a listener would call a song as a property.</summary>
    /// <param name="json">Receives the property.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="digits">Decimals.</param>
    public static void WriteTags(Utf8JsonWriter json, IReadOnlyList<SongTag> tags, int digits)
    {
        json.WriteStartArray("tags");
        foreach (SongTag tag in tags)
        {
            json.WriteStartObject();
            json.WriteString("name", tag.Name);
            Number(json, "share", tag.Share, digits);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Adding 0 turns -0 into 0.
    private static void Number(Utf8JsonWriter json, string name, double value, int digits) => json.WriteNumber(name, Math.Round(value, digits) + 0.0);
}

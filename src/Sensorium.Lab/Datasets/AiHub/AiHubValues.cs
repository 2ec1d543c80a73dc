using System.Globalization;
using System.Text.Json;

namespace Sensorium.Lab.Datasets;

/// <summary>Values of annotations, which are written as numbers here and as text there.</summary>
internal static class AiHubValues
{
    /// <summary>The first property that is there and not null, whatever the case of its name.</summary>
    public static JsonElement? Property(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (string name in names)
            {
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    if (property.Value.ValueKind != JsonValueKind.Null && property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    {
                        return property.Value;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Text, or a number as text; empty for everything else.</summary>
    public static string Text(this JsonElement? element) => element?.ValueKind switch
    {
        JsonValueKind.String => element.Value.ReadText().Trim(),
        JsonValueKind.Number => element.Value.GetRawText(),
        _ => string.Empty,
    };

    /// <summary>A finite number, or text that is one; null for everything else.</summary>
    public static double? Number(this JsonElement? element) =>
        double.TryParse(element.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    /// <summary>Seconds: a number, or <c>hh:mm:ss.fff</c>, <c>mm:ss.fff</c> (a comma in place of the point too); null for everything else.</summary>
    public static double? Seconds(this JsonElement? element)
    {
        double seconds = 0;
        string[] parts = element.Text().Split(':');
        foreach (string part in parts)
        {
            if (parts.Length > 3 || !double.TryParse(part.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
            {
                return null;
            }

            seconds = (60 * seconds) + value;
        }

        return seconds;
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sensorium.Testing;

/// <summary>
/// Checks JSON against the part of JSON Schema (draft 2020-12) that docs/schemas uses. A keyword it does not know is an error
/// of the schema, so that no rule is ever passed over in silence.
/// </summary>
internal sealed class JsonSchema
{
    private readonly JsonElement _root;

    public JsonSchema(string json)
    {
        _root = JsonDocument.Parse(json).RootElement;
        if (_root.GetProperty("$schema").GetString() != "https://json-schema.org/draft/2020-12/schema")
        {
            throw new InvalidOperationException("Only draft 2020-12 is known.");
        }
    }

    /// <summary>A schema of docs/schemas.</summary>
    public static JsonSchema Read(string name)
    {
        return new(File.ReadAllText(Path.Combine(Repository.Root, "docs", "schemas", $"{name}.schema.json")));
    }

    /// <summary>All that is wrong with a document, as <c>path: fault</c>.</summary>
    public IReadOnlyList<string> Faults(string json)
    {
        List<string> faults = [];
        Check(_root, JsonDocument.Parse(json).RootElement, "$", faults);
        return faults;
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            string? fault = Fault(schema, keyword, value, path, faults);
            if (fault is not null)
            {
                faults.Add($"{path}: {fault}");
            }
        }
    }

    private string? Fault(JsonElement schema, JsonProperty keyword, JsonElement value, string path, List<string> faults)
    {
        JsonElement rule = keyword.Value;
        switch (keyword.Name)
        {
            case "$schema" or "$id" or "$defs" or "$comment" or "title" or "description" or "examples" or "default":
                return null;
            case "$ref":
                Check(Target(rule.GetString()!), value, path, faults);
                return null;
            case "type":
                string[] types = rule.ValueKind == JsonValueKind.Array ? [.. rule.EnumerateArray().Select(type => type.GetString()!)] : [rule.GetString()!];
                return types.Any(type => Is(type, value)) ? null : $"is no {string.Join(" or ", types)}";
            case "const":
                return Same(rule, value) ? null : $"is not {rule.GetRawText()}";
            case "enum":
                return rule.EnumerateArray().Any(allowed => Same(allowed, value)) ? null : $"{value.GetRawText()} is not allowed";
            case "anyOf":
                return rule.EnumerateArray().Any(option => Passes(option, value, path)) ? null : "fits no shape";
            case "allOf":
                return rule.EnumerateArray().All(option => Passes(option, value, path)) ? null : "fits not every shape";
            case "oneOf":
                return rule.EnumerateArray().Count(option => Passes(option, value, path)) == 1 ? null : "fits not exactly one shape";
            default:
                return value.ValueKind switch
                {
                    JsonValueKind.Number => NumberFault(keyword, value.GetDouble()),
                    JsonValueKind.String => StringFault(keyword, value.GetString()!),
                    JsonValueKind.Array => ArrayFault(keyword, value, path, faults),
                    JsonValueKind.Object => ObjectFault(schema, keyword, value, path, faults),
                    _ => Known(keyword.Name),
                };
        }
    }

    private static string? NumberFault(JsonProperty keyword, double value) => keyword.Name switch
    {
        "minimum" => value >= keyword.Value.GetDouble() ? null : $"{value} is under {keyword.Value}",
        "maximum" => value <= keyword.Value.GetDouble() ? null : $"{value} is over {keyword.Value}",
        "exclusiveMinimum" => value > keyword.Value.GetDouble() ? null : $"{value} is not over {keyword.Value}",
        "exclusiveMaximum" => value < keyword.Value.GetDouble() ? null : $"{value} is not under {keyword.Value}",
        _ => Known(keyword.Name),
    };

    private static string? StringFault(JsonProperty keyword, string value) => keyword.Name switch
    {
        "minLength" => value.Length >= keyword.Value.GetInt32() ? null : "is too short",
        "pattern" => Regex.IsMatch(value, keyword.Value.GetString()!, RegexOptions.CultureInvariant) ? null : $"\"{value}\" does not match {keyword.Value}",
        _ => Known(keyword.Name),
    };

    private string? ArrayFault(JsonProperty keyword, JsonElement value, string path, List<string> faults)
    {
        int length = value.GetArrayLength();
        switch (keyword.Name)
        {
            case "minItems":
                return length >= keyword.Value.GetInt32() ? null : $"has {length} items";
            case "maxItems":
                return length <= keyword.Value.GetInt32() ? null : $"has {length} items";
            case "items":
                for (int i = 0; i < length; i++)
                {
                    Check(keyword.Value, value[i], $"{path}[{i}]", faults);
                }

                return null;
            default:
                return Known(keyword.Name);
        }
    }

    private string? ObjectFault(JsonElement schema, JsonProperty keyword, JsonElement value, string path, List<string> faults)
    {
        switch (keyword.Name)
        {
            case "required":
                string[] missing = [.. keyword.Value.EnumerateArray().Select(key => key.GetString()!).Where(key => !value.TryGetProperty(key, out _))];
                return missing.Length == 0 ? null : $"lacks {string.Join(", ", missing)}";
            case "properties":
                foreach (JsonProperty property in keyword.Value.EnumerateObject())
                {
                    if (value.TryGetProperty(property.Name, out JsonElement inner))
                    {
                        Check(property.Value, inner, $"{path}.{property.Name}", faults);
                    }
                }

                return null;
            case "additionalProperties":
                string[] extra = [.. value.EnumerateObject().Select(property => property.Name).Where(name => !schema.TryGetProperty("properties", out JsonElement known) || !known.TryGetProperty(name, out _))];
                if (keyword.Value.ValueKind == JsonValueKind.Object)
                {
                    foreach (string name in extra)
                    {
                        Check(keyword.Value, value.GetProperty(name), $"{path}.{name}", faults);
                    }

                    return null;
                }

                return extra.Length == 0 ? null : $"has {string.Join(", ", extra)}, which the schema does not know";
            default:
                return Known(keyword.Name);
        }
    }

    private bool Passes(JsonElement schema, JsonElement value, string path)
    {
        List<string> faults = [];
        Check(schema, value, path, faults);
        return faults.Count == 0;
    }

    private JsonElement Target(string reference)
    {
        const string Start = "#/$defs/";
        return reference.StartsWith(Start, StringComparison.Ordinal)
            ? _root.GetProperty("$defs").GetProperty(reference[Start.Length..])
            : throw new InvalidOperationException($"{reference} does not point into $defs.");
    }

    private static string? Known(string keyword) => keyword is
        "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "minLength" or "pattern" or "minItems" or "maxItems" or "items"
        or "required" or "properties" or "additionalProperties"
        ? null
        : throw new InvalidOperationException($"The keyword {keyword} is not known to this validator.");

    private static bool Same(JsonElement first, JsonElement second) => JsonElement.DeepEquals(first, second);

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() % 1 == 0,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new InvalidOperationException($"The type {type} is not known."),
    };
}

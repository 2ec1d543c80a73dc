using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sensorium.Expression;

/// <summary>
/// Compares JSON with the shape of what it should hold, and names every unknown key, missing key and value of a wrong kind by its place.
/// The serializer stops at the first and speaks of types of the program, which tell a user nothing.
/// </summary>
internal sealed class StructureCheck
{
    private const int LongestQuote = 40;
    private readonly List<int> _lineEnds = [];
    private readonly List<LocalizedText> _faults = [];

    private StructureCheck(ReadOnlySpan<byte> utf8)
    {
        for (int i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '\n')
            {
                _lineEnds.Add(i);
            }
        }
    }

    /// <summary>Lists what keeps the JSON from being read.</summary>
    /// <param name="utf8">The JSON, without byte order mark; comments and trailing commas are allowed.</param>
    /// <param name="type">What it should hold.</param>
    /// <returns>A sentence for each fault.</returns>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A text in it has an escape that stands for no character.</exception>
    public static IReadOnlyList<LocalizedText> Faults(ReadOnlySpan<byte> utf8, JsonTypeInfo type)
    {
        StructureCheck check = new(utf8);
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        check.Visit(ref reader, type, string.Empty, isNullable: false);

        // What follows the value must be nothing.
        reader.Read();
        return check._faults;
    }

    private void Visit(ref Utf8JsonReader reader, JsonTypeInfo type, string path, bool isNullable)
    {
        if (reader.TokenType == JsonTokenType.Null && isNullable)
        {
            return;
        }

        if (type.Type == typeof(LocalizedText))
        {
            VisitText(ref reader, path);
            return;
        }

        JsonTokenType start = type.Kind == JsonTypeInfoKind.Enumerable ? JsonTokenType.StartArray : JsonTokenType.StartObject;
        if (type.Kind == JsonTypeInfoKind.None)
        {
            VisitScalar(ref reader, Nullable.GetUnderlyingType(type.Type) ?? type.Type, path);
        }
        else if (reader.TokenType != start)
        {
            Unfit(ref reader, path, start == JsonTokenType.StartArray ? new("a list [ … ]", "목록 [ … ]") : AnObject);
        }
        else if (type.Kind == JsonTypeInfoKind.Object)
        {
            VisitObject(ref reader, type, path);
        }
        else
        {
            VisitElements(ref reader, type.Options.GetTypeInfo(type.ElementType!), path);
        }
    }

    private static LocalizedText AnObject => new("an object { … }", "객체 { … }");

    private void VisitObject(ref Utf8JsonReader reader, JsonTypeInfo type, string path)
    {
        JsonPropertyInfo[] known = [.. type.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null)];
        int line = Line(reader.TokenStartIndex);
        HashSet<string> met = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string key = reader.GetString()!;
            met.Add(key);
            JsonPropertyInfo? property = Array.Find(known, candidate => candidate.Name == key);
            if (property is null)
            {
                UnknownKey(ref reader, path, key, known.Select(candidate => candidate.Name));
                continue;
            }

            reader.Read();
            bool isNullable = property.IsSetNullable && !property.IsRequired && property.AssociatedParameter is not { IsMemberInitializer: false };
            Visit(ref reader, type.Options.GetTypeInfo(property.PropertyType), Inside(path, key), isNullable);
        }

        Missing(line, path, known.Where(IsNeeded).Select(property => property.Name).Except(met));
    }

    private static bool IsNeeded(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { IsMemberInitializer: false, HasDefaultValue: false };

    private void VisitElements(ref Utf8JsonReader reader, JsonTypeInfo element, string path)
    {
        bool isList = reader.TokenType == JsonTokenType.StartArray;
        for (int index = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject); index++)
        {
            string place = $"{path}[{index}]";
            if (!isList)
            {
                place = Inside(path, reader.GetString()!);
                reader.Read();
            }

            Visit(ref reader, element, place, isNullable: false);
        }
    }

    private void VisitText(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Unfit(ref reader, path, new("an object {\"en\": …, \"ko\": …}", "객체 {\"en\": …, \"ko\": …}"));
            return;
        }

        int line = Line(reader.TokenStartIndex);
        bool hasEnglish = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string key = reader.GetString()!;
            if (key is not ("en" or "ko"))
            {
                UnknownKey(ref reader, path, key, ["en", "ko"]);
                continue;
            }

            hasEnglish |= key == "en";
            reader.Read();
            VisitScalar(ref reader, typeof(string), Inside(path, key));
        }

        Missing(line, path, hasEnglish ? [] : ["en"]);
    }

    private void VisitScalar(ref Utf8JsonReader reader, Type type, string path)
    {
        if (type.IsEnum)
        {
            string[] names = [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];
            string list = string.Join(", ", names);
            Expect(ref reader, reader.TokenType == JsonTokenType.String && names.Contains(reader.GetString()!, StringComparer.OrdinalIgnoreCase), path, new(list, list));
        }
        else if (type == typeof(string))
        {
            Expect(ref reader, reader.TokenType == JsonTokenType.String && reader.GetString() is not null, path, new("a text in quotation marks", "따옴표로 묶은 글"));
        }
        else if (type == typeof(int))
        {
            Expect(ref reader, reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out _), path, new("a whole number", "정수"));
        }
        else if (type == typeof(bool))
        {
            Expect(ref reader, reader.TokenType is JsonTokenType.True or JsonTokenType.False, path, new("true, false", "true, false"));
        }
        else
        {
            Expect(ref reader, reader.TokenType == JsonTokenType.Number, path, new("a number", "수"));
        }
    }

    private void Expect(ref Utf8JsonReader reader, bool isFit, string path, LocalizedText allowed)
    {
        if (!isFit)
        {
            Unfit(ref reader, path, allowed);
        }
    }

    private void Unfit(ref Utf8JsonReader reader, string path, LocalizedText allowed)
    {
        LocalizedText place = Place(path, Line(reader.TokenStartIndex));
        LocalizedText came = Came(ref reader);
        reader.Skip();
        _faults.Add(new(
            $"{place.English}: {came.English} is not allowed here; allowed: {allowed.English}.",
            $"{place.Korean}: 여기에 {came.Korean} 값은 쓸 수 없습니다. 쓸 수 있는 값: {allowed.Korean}."));
    }

    private void UnknownKey(ref Utf8JsonReader reader, string path, string key, IEnumerable<string> known)
    {
        LocalizedText place = Place(path, Line(reader.TokenStartIndex));
        string list = string.Join(", ", known);
        reader.Skip();
        _faults.Add(new(
            $"{place.English}: unknown key \"{Short(key)}\"; allowed: {list}.",
            $"{place.Korean}: \"{Short(key)}\" 키는 없습니다. 쓸 수 있는 키: {list}."));
    }

    private void Missing(int line, string path, IEnumerable<string> keys)
    {
        string list = string.Join(", ", keys);
        if (list.Length > 0)
        {
            LocalizedText place = Place(path, line);
            _faults.Add(new($"{place.English}: missing {(list.Contains(',', StringComparison.Ordinal) ? "keys" : "key")} {list}.", $"{place.Korean}: 빠진 키: {list}."));
        }
    }

    private static LocalizedText Came(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => AnObject,
        JsonTokenType.StartArray => new("a list [ … ]", "목록 [ … ]"),
        JsonTokenType.String => Quote($"\"{Short(reader.GetString()!)}\""),
        _ => Quote(Short(Encoding.UTF8.GetString(reader.ValueSpan))),
    };

    private static LocalizedText Quote(string text) => new(text, text);

    private static string Short(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    private static LocalizedText Place(string path, int line) => path.Length == 0
        ? new($"Line {line}", $"{line}번째 줄")
        : new($"{path} (line {line})", $"{path}({line}번째 줄)");

    private static string Inside(string path, string key) => path.Length == 0 ? Short(key) : $"{path}.{Short(key)}";

    private int Line(long index)
    {
        int found = CollectionsMarshal.AsSpan(_lineEnds).BinarySearch((int)index);
        return (found < 0 ? ~found : found) + 1;
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sensorium.Inference;

/// <summary>A JSON object that is read key by key; what is wrong is added to a list and a harmless value stands in.</summary>
internal sealed partial class ManifestObject
{
    private const int LongestQuote = 40;
    private const int MostElements = 10_000;
    private readonly JsonElement? _json;
    private readonly string _place;
    private readonly List<LocalizedText> _faults;

    /// <summary>Wraps an element.</summary>
    /// <param name="json">What came.</param>
    /// <param name="place">Where it is; empty for the whole file.</param>
    /// <param name="faults">Where faults are added.</param>
    public ManifestObject(JsonElement json, string place, List<LocalizedText> faults)
        : this(place, faults)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            _json = json;
        }
        else
        {
            AddFault(place, new("an object { … }", "객체 { … }여야 합니다"));
        }
    }

    private ManifestObject(string place, List<LocalizedText> faults)
    {
        _place = place;
        _faults = faults;
    }

    /// <summary>Whether a key is there.</summary>
    public bool Has(string key) => _json?.TryGetProperty(key, out _) ?? false;

    /// <summary>Names every key that is not one of some.</summary>
    public void Allow(params string[] keys)
    {
        foreach (JsonProperty property in _json?.EnumerateObject() ?? default)
        {
            if (!keys.Contains(property.Name))
            {
                string list = string.Join(", ", keys);
                string name = Short(property.Name);
                _faults.Add(new(
                    $"{(_place.Length == 0 ? string.Empty : $"{_place}: ")}unknown key \"{name}\"; allowed: {list}.",
                    $"{(_place.Length == 0 ? string.Empty : $"{_place}: ")}\"{name}\" 키는 없습니다. 쓸 수 있는 키: {list}."));
            }
        }
    }

    /// <summary>Adds a fault of a value.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="allowed">What it must be: a phrase in English, the end of a sentence in Korean.</param>
    public void Fault(string key, LocalizedText allowed) => AddFault(Inside(key), allowed);

    /// <summary>A text.</summary>
    public string? Text(string key, bool isNeeded)
    {
        if (!TryGet(key, isNeeded, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        if (isNeeded || value.ValueKind != JsonValueKind.String)
        {
            Fault(key, new("a text in quotation marks that is not empty", "따옴표로 묶은, 비어 있지 않은 글이어야 합니다"));
        }

        return null;
    }

    /// <summary>A short name for programs.</summary>
    public string Name(string key)
    {
        string name = Text(key, isNeeded: true) ?? string.Empty;
        if (name.Length > 0 && !ShortName().IsMatch(name))
        {
            Fault(key, new("a name of at most 64 lower-case letters, digits and hyphens, e.g. face-expression", "소문자, 숫자, 붙임표로 된 64자 이하의 이름이어야 합니다. 예: face-expression"));
        }

        return name;
    }

    /// <summary>A text in both languages; the Korean one may be left out.</summary>
    public LocalizedText Words(string key, bool isNeeded)
    {
        if (!isNeeded && !Has(key))
        {
            return new(string.Empty, string.Empty);
        }

        ManifestObject words = Object(key, isNeeded);
        words.Allow("en", "ko");
        string english = words.Text("en", isNeeded) ?? string.Empty;
        return new LocalizedText(english, words.Text("ko", isNeeded: false) ?? english);
    }

    /// <summary>One of some words, or null where the key is missing.</summary>
    public string? OneOf(string key, params string[] allowed)
    {
        string? text = Text(key, isNeeded: false);
        if (text is not null && !allowed.Contains(text))
        {
            string list = string.Join(", ", allowed);
            Fault(key, new($"one of {list}", $"다음 가운데 하나여야 합니다: {list}"));
        }

        return text;
    }

    /// <summary>A whole number.</summary>
    public int Whole(string key, int least, int most) => (int)Long(key, least, most);

    /// <summary>A whole number.</summary>
    public long Long(string key, long least, long most)
    {
        if (!TryGet(key, isNeeded: true, out JsonElement value))
        {
            return least;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= least && number <= most)
        {
            return number;
        }

        Fault(key, new($"a whole number from {least} to {most}", $"{least}에서 {most}까지의 정수여야 합니다"));
        return least;
    }

    /// <summary>True or false.</summary>
    public bool Truth(string key)
    {
        if (!TryGet(key, isNeeded: true, out JsonElement value))
        {
            return false;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Fault(key, new("true or false", "true 또는 false여야 합니다"));
        }

        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>A list of numbers; empty where the key is missing.</summary>
    public IReadOnlyList<double> Numbers(string key)
    {
        List<double> numbers = [];
        foreach (JsonElement element in Elements(key, isNeeded: false))
        {
            if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number) && double.IsFinite(number))
            {
                numbers.Add(number);
            }
            else
            {
                Fault(key, new("a list of numbers", "수의 목록이어야 합니다"));
                break;
            }
        }

        return numbers;
    }

    /// <summary>An object inside this one; an empty one where it is missing.</summary>
    public ManifestObject Object(string key, bool isNeeded) =>
        TryGet(key, isNeeded, out JsonElement value) ? new ManifestObject(value, Inside(key), _faults) : new ManifestObject(Inside(key), _faults);

    /// <summary>A list of objects inside this one.</summary>
    public IEnumerable<ManifestObject> Objects(string key, bool isNeeded) =>
        [.. Elements(key, isNeeded).Select((element, index) => new ManifestObject(element, $"{Inside(key)}[{index}]", _faults))];

    /// <summary>The object itself, independent of the document; an empty one where it is missing.</summary>
    public JsonElement Detach() => _json?.Clone() ?? JsonElement.Parse("{}");

    private JsonElement.ArrayEnumerator Elements(string key, bool isNeeded)
    {
        if (!TryGet(key, isNeeded, out JsonElement value))
        {
            return default;
        }

        int count = value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : -1;
        if (count > MostElements || count < (isNeeded ? 1 : 0))
        {
            Fault(key, new($"a list [ … ] of {(isNeeded ? 1 : 0)} to {MostElements} elements", $"원소가 {(isNeeded ? 1 : 0)}개에서 {MostElements}개까지인 목록 [ … ]이어야 합니다"));
            return default;
        }

        return value.EnumerateArray();
    }

    private bool TryGet(string key, bool isNeeded, out JsonElement value)
    {
        value = default;
        if (_json is null)
        {
            return false;
        }

        bool isThere = _json.Value.TryGetProperty(key, out value);
        if (!isThere && isNeeded)
        {
            string place = Inside(key);
            _faults.Add(new($"{place} is missing.", $"{place} 값이 빠졌습니다."));
        }

        return isThere;
    }

    private void AddFault(string place, LocalizedText allowed) => _faults.Add(place.Length == 0
        ? new($"The file must hold {allowed.English}.", $"파일 내용은 {allowed.Korean}.")
        : new($"{place} must be {allowed.English}.", $"{place}: {allowed.Korean}."));

    private string Inside(string key) => _place.Length == 0 ? key : $"{_place}.{key}";

    private static string Short(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    private static partial Regex ShortName();
}

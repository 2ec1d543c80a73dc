using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Sensorium.Expression;

/// <summary>Reads a mapping or a sound set from JSON, built in or the user's.</summary>
internal static class DataFile
{
    /// <summary>Parses and checks a file; all faults of its structure are reported together, and once there are none, all values out of range.</summary>
    /// <typeparam name="T">What the file holds.</typeparam>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="name">The file's name, for the error.</param>
    /// <param name="kind">What the file should be, for the error.</param>
    /// <param name="type">How <typeparamref name="T"/> is read.</param>
    /// <param name="check">Yields a sentence for each thing that is wrong.</param>
    /// <returns>The parsed value.</returns>
    /// <exception cref="MalformedInputException">The file is not JSON, lacks a key, or a value is out of range.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8, string name, LocalizedText kind, JsonTypeInfo<T> type, Func<T, IEnumerable<LocalizedText>> check)
    {
        ReadOnlySpan<byte> json = utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? utf8[3..] : utf8;
        if (!Utf8.IsValid(json))
        {
            throw Malformed(name, kind, [new("The file is not UTF-8 text.", "UTF-8로 적힌 글이 아닙니다.")], null);
        }

        T? value = default;
        List<LocalizedText> faults = [];
        try
        {
            faults.AddRange(StructureCheck.Faults(json, type));
            if (faults.Count == 0)
            {
                value = JsonSerializer.Deserialize(json, type)!;
                faults.AddRange(check(value));
            }
        }
        catch (JsonException exception)
        {
            throw Malformed(name, kind, [NotJson(exception)], exception);
        }
        catch (InvalidOperationException exception)
        {
            throw Malformed(name, kind, [new("A \\u escape in it stands for no character.", "\\u로 적은 것 가운데 글자가 아닌 것이 있습니다.")], exception);
        }

        return faults.Count == 0 ? value! : throw Malformed(name, kind, faults, null);
    }

    /// <summary>The built-in file of a folder.</summary>
    /// <param name="folder"><c>mappings</c> or <c>sounds</c>.</param>
    /// <param name="id">The file's name without <c>.json</c>.</param>
    /// <returns>Its bytes, or null where there is none.</returns>
    public static byte[]? BuiltIn(string folder, string id)
    {
        using Stream? stream = typeof(DataFile).Assembly.GetManifestResourceStream($"{folder}/{id}.json");
        if (stream is null)
        {
            return null;
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The names of the built-in files of a folder, in order.</summary>
    /// <param name="folder"><c>mappings</c> or <c>sounds</c>.</param>
    /// <returns>Names without <c>.json</c>.</returns>
    public static IReadOnlyList<string> BuiltInIds(string folder) =>
    [
        .. typeof(DataFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(name => name[(folder.Length + 1)..^".json".Length])
            .Order(StringComparer.Ordinal),
    ];

    private static LocalizedText NotJson(JsonException exception)
    {
        (long line, long column) = ((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1);
        return new(
            $"The text stops being JSON at line {line}, column {column}.",
            $"{line}번째 줄 {column}번째 칸부터 JSON이 아닙니다.");
    }

    private static MalformedInputException Malformed(string name, LocalizedText kind, IReadOnlyList<LocalizedText> faults, Exception? inner)
    {
        string english = string.Join(" ", faults.Select(fault => fault.English));
        string korean = string.Join(" ", faults.Select(fault => fault.Korean));
        return new MalformedInputException(
            new LocalizedText(
                $"{name} is not a usable {kind.English}: {english} Compare it with the built-in ones and their schema in docs/schemas.",
                $"{name} 파일을 {kind.Korean} 파일로 쓸 수 없습니다: {korean} 기본 파일과 docs/schemas의 스키마를 견주어 보십시오."),
            inner);
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sensorium.Inference;

/// <summary>Reads a <c>model.json</c> strictly: every unknown key, missing key and unfit value is named, all at once.</summary>
internal static partial class ManifestReader
{
    // A tebibyte: more than any file of a model, and so little that the sum over all files always fits.
    private const long MostBytes = 1L << 40;

    /// <summary>Reads a manifest.</summary>
    /// <param name="utf8">The file's content.</param>
    /// <param name="path">What errors call it.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="MalformedInputException">It is not JSON, or something in it is not as it must be.</exception>
    public static ModelManifest Parse(ReadOnlyMemory<byte> utf8, string path)
    {
        ReadOnlyMemory<byte> content = utf8.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? utf8[3..] : utf8;
        List<LocalizedText> faults = [];
        ModelManifest? manifest;
        try
        {
            using JsonDocument document = JsonDocument.Parse(content, new JsonDocumentOptions { AllowDuplicateProperties = false });
            manifest = Read(new ManifestObject(document.RootElement, string.Empty, faults));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            string line = error is JsonException { LineNumber: { } number } ? (number + 1).ToString() : "?";
            throw new MalformedInputException(
                new LocalizedText(
                    $"{path} is not JSON in UTF-8 (line {line}). docs/schemas/model.schema.json describes the file.",
                    $"{path} 파일은 UTF-8로 된 JSON이 아닙니다({line}번째 줄). 형식은 docs/schemas/model.schema.json에 있습니다."),
                error);
        }

        return faults.Count == 0 ? manifest : throw new MalformedInputException(new LocalizedText(
            $"{path}: {string.Join(' ', faults.Select(fault => fault.English))} docs/schemas/model.schema.json describes the file.",
            $"{path}: {string.Join(' ', faults.Select(fault => fault.Korean))} 형식은 docs/schemas/model.schema.json에 있습니다."));
    }

    private static ModelManifest Read(ManifestObject root)
    {
        root.Allow("$schema", "id", "version", "task", "title", "description", "licence", "source", "card", "files", "input", "labels", "parameters");
        string id = root.Name("id");
        int version = root.Whole("version", 1, int.MaxValue);
        string task = root.Name("task");
        LocalizedText title = root.Words("title", isNeeded: true);
        LocalizedText description = root.Words("description", isNeeded: false);
        ModelLicence licence = ReadLicence(root.Object("licence", isNeeded: true));
        string source = root.Text("source", isNeeded: true) ?? string.Empty;
        return new ModelManifest
        {
            Id = id,
            Version = version,
            Task = task,
            Title = title,
            Description = description,
            Licence = licence,
            Source = source,
            Card = root.Text("card", isNeeded: false),
            Files = ReadFiles(root),
            Input = root.Has("input") ? ReadInput(root.Object("input", isNeeded: false)) : null,
            Labels = ReadLabels(root),
            Parameters = root.Object("parameters", isNeeded: false).Detach(),
        };
    }

    private static ModelLicence ReadLicence(ManifestObject licence)
    {
        licence.Allow("name", "commercial", "note");
        return new ModelLicence(licence.Text("name", isNeeded: true) ?? string.Empty, licence.Truth("commercial"), licence.Words("note", isNeeded: false));
    }

    private static List<ModelFileEntry> ReadFiles(ManifestObject root)
    {
        List<ModelFileEntry> files = [];
        foreach (ManifestObject entry in root.Objects("files", isNeeded: true))
        {
            entry.Allow("path", "bytes", "sha256");
            string path = entry.Text("path", isNeeded: true) ?? string.Empty;
            string hash = (entry.Text("sha256", isNeeded: true) ?? string.Empty).ToLowerInvariant();
            if (path.Length > 0 && !IsInside(path))
            {
                entry.Fault("path", new("a path inside the folder with forward slashes, e.g. model.onnx", "폴더 안의 경로를 슬래시로 적어야 합니다. 예: model.onnx"));
            }
            else if (files.Exists(file => file.Path == path))
            {
                entry.Fault("path", new("each file once", "파일마다 한 번만 적어야 합니다"));
            }

            if (hash.Length > 0 && !Sha256().IsMatch(hash))
            {
                entry.Fault("sha256", new("64 hexadecimal digits", "16진수 64자리여야 합니다"));
            }

            files.Add(new ModelFileEntry(path, entry.Long("bytes", 1, MostBytes), hash));
        }

        return files;
    }

    private static bool IsInside(string path) =>
        !path.Contains('\\', StringComparison.Ordinal) && !path.Contains(':', StringComparison.Ordinal) && !path.Contains('\0', StringComparison.Ordinal)
        && path.Split('/').All(part => part is not ("" or "." or ".."));

    private static ModelInput ReadInput(ManifestObject input)
    {
        const int MostPixels = 1 << 16;
        input.Allow("width", "height", "colour", "layout", "mean", "scale", "range", "sampleRate");
        IReadOnlyList<double> scale = input.Numbers("scale");
        if (scale.Contains(0))
        {
            input.Fault("scale", new("numbers other than 0", "0이 아닌 수여야 합니다"));
        }

        return new ModelInput
        {
            Width = input.Has("width") ? input.Whole("width", 1, MostPixels) : null,
            Height = input.Has("height") ? input.Whole("height", 1, MostPixels) : null,
            Colour = input.OneOf("colour", "grey", "rgb", "bgr"),
            Layout = input.OneOf("layout", "NCHW", "NHWC"),
            Mean = input.Numbers("mean"),
            Scale = scale,
            Range = input.Text("range", isNeeded: false),
            SampleRate = input.Has("sampleRate") ? input.Whole("sampleRate", 1, 1_000_000) : null,
        };
    }

    private static List<ModelLabel> ReadLabels(ManifestObject root)
    {
        List<ModelLabel> labels = [];
        foreach (ManifestObject entry in root.Objects("labels", isNeeded: false))
        {
            entry.Allow("id", "en", "ko");
            string id = entry.Text("id", isNeeded: true) ?? string.Empty;
            string english = entry.Text("en", isNeeded: true) ?? string.Empty;
            if (labels.Exists(label => label.Id == id))
            {
                entry.Fault("id", new("each id once", "id마다 한 번만 적어야 합니다"));
            }

            labels.Add(new ModelLabel(id, new LocalizedText(english, entry.Text("ko", isNeeded: false) ?? english)));
        }

        return labels;
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256();
}

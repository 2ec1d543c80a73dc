using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sensorium.Inference.Tests;

/// <summary>docs/models.md and docs/schemas/model.schema.json say what the reader does.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Examples_InTheDocument_AreManifests()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "models.md"));
        string[] examples = [.. JsonBlock().Matches(document).Select(match => match.Groups[1].Value)];
        Assert.Equal(["yunet@1", "silero-vad@5", "musicnn-mtat@1"], examples.Select(example => ManifestReader.Parse(Encoding.UTF8.GetBytes(example), "model.json").Name));
    }

    [Theory]
    [InlineData("yunet/yunet_n_dynamic.onnx")]
    [InlineData("silero/silero_vad.onnx")]
    [InlineData("mtat/musicnn.onnx")]
    public void Examples_InTheDocument_StateTheRightChecksum(string path)
    {
        byte[] file = File.ReadAllBytes(SharedData.Require($"data/models/{path}"));
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "models.md"));
        Assert.Contains(
            $"{{\"path\": \"{Path.GetFileName(path)}\", \"bytes\": {file.Length}, \"sha256\": \"{Convert.ToHexStringLower(SHA256.HashData(file))}\"}}", document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "{\"?\": 1}")]
    [InlineData("licence", "{\"licence\": {\"?\": 1}}")]
    [InlineData("files", "{\"files\": [{\"?\": 1}]}")]
    [InlineData("input", "{\"input\": {\"?\": 1}}")]
    [InlineData("labels", "{\"labels\": [{\"?\": 1}]}")]
    public void Schema_Keys_AreThoseOfTheReader(string key, string manifest)
    {
        string message = Assert.Throws<MalformedInputException>(() => ManifestReader.Parse(Encoding.UTF8.GetBytes(manifest), "model.json")).Message;
        string allowed = AllowedKeys().Match(message).Groups[1].Value;
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "schemas", "model.schema.json")));
        JsonElement place = schema.RootElement;
        if (key.Length > 0)
        {
            place = place.GetProperty("properties").GetProperty(key);
            place = place.TryGetProperty("items", out JsonElement items) ? items : place;
        }

        Assert.Equal(
            place.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal),
            allowed.Split(", ").Order(StringComparer.Ordinal));

        // What the schema requires, the reader misses.
        foreach (string needed in place.TryGetProperty("required", out JsonElement required) ? required.EnumerateArray().Select(name => name.GetString()!) : [])
        {
            Assert.Contains($"{needed} is missing.", message, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex("unknown key \"\\?\"; allowed: ([^.]*)\\.")]
    private static partial Regex AllowedKeys();
}

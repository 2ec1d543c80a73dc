using System.Security.Cryptography;
using Sensorium.Inference;

namespace Sensorium.Perception.Tests;

/// <summary>A model folder in a temporary place, with a network made in memory; gone after the test.</summary>
internal sealed class TinyPack : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"sensorium-pack-{Guid.NewGuid():N}");

    public TinyPack(string task, byte[] network, string rest = "", string parameters = "{}", byte[]? second = null)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllBytes(Path.Combine(_folder, "tiny.onnx"), network);
        if (second is not null)
        {
            File.WriteAllBytes(Path.Combine(_folder, "second.onnx"), second);
        }

        string json = $$"""
            {"id": "tiny", "version": 2, "task": "{{task}}", "title": {"en": "tiny", "ko": "작은 모델"},
             "licence": {"name": "MIT", "commercial": true, "note": {"en": "", "ko": ""} }, "source": "made by the test",
             "files": [{{Entry("tiny.onnx", network)}}{{(second is null ? "" : ", " + Entry("second.onnx", second))}}],{{rest}}
             "parameters": {{parameters}}}
            """;
        File.WriteAllText(Path.Combine(_folder, ModelFolder.ManifestName), json);
    }

    public ModelFolder Load() => ModelFolder.Load(_folder);

    private static string Entry(string path, byte[] content) =>
        $$"""{"path": "{{path}}", "bytes": {{content.Length}}, "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(content))}}"}""";

    public void Dispose() => Directory.Delete(_folder, true);
}

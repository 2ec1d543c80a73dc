using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Sensorium.Inference.Tests;

/// <summary>A folder of its own with model folders in it.</summary>
internal sealed class ModelFixture : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("sensorium-models-").FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Makes a sound model; its manifest is returned to be changed and written again.</summary>
    public JsonObject Make(string folder, string id = "tiny", int version = 1, string task = "scene")
    {
        byte[] model = TinyModel.Identity(1, 3);
        Directory.CreateDirectory(Path.Combine(Root, folder));
        File.WriteAllBytes(Path.Combine(Root, folder, "tiny.onnx"), model);
        JsonObject manifest = new()
        {
            ["id"] = id,
            ["version"] = version,
            ["task"] = task,
            ["title"] = new JsonObject { ["en"] = "Tiny", ["ko"] = "꼬마" },
            ["description"] = new JsonObject { ["en"] = "Gives back what came.", ["ko"] = "받은 것을 그대로 냅니다." },
            ["licence"] = new JsonObject { ["name"] = "MIT", ["commercial"] = true },
            ["source"] = "made by a test",
            ["files"] = new JsonArray(new JsonObject
            {
                ["path"] = "tiny.onnx",
                ["bytes"] = model.Length,
                ["sha256"] = Convert.ToHexString(SHA256.HashData(model)),
            }),
            ["input"] = new JsonObject
            {
                ["width"] = 48,
                ["height"] = 48,
                ["colour"] = "grey",
                ["layout"] = "NCHW",
                ["mean"] = new JsonArray(128),
                ["scale"] = new JsonArray(64),
                ["range"] = "0..255",
            },
            ["labels"] = new JsonArray(new JsonObject { ["id"] = "joy", ["en"] = "joy", ["ko"] = "기쁨" }, new JsonObject { ["id"] = "fear", ["en"] = "fear" }),
            ["parameters"] = new JsonObject { ["decoder"] = "tiny", ["minScore"] = 0.5 },
        };
        Write(folder, manifest);
        return manifest;
    }

    public void Write(string folder, JsonNode manifest) => Write(folder, Encoding.UTF8.GetBytes(manifest.ToJsonString()));

    public void Write(string folder, byte[] manifest)
    {
        Directory.CreateDirectory(Path.Combine(Root, folder));
        File.WriteAllBytes(Path.Combine(Root, folder, ModelFolder.ManifestName), manifest);
    }

    public ModelFolder Load(string folder) => ModelFolder.Load(Path.Combine(Root, folder));
}

using System.Text.Json.Nodes;

namespace Sensorium.Expression.Tests;

/// <summary>Data files of the repository as JSON that a test may spoil.</summary>
internal static class DataText
{
    /// <summary>A data file, e.g. <c>mappings/perceptual.json</c>.</summary>
    public static JsonObject Read(string path) =>
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, path)))!.AsObject();

    /// <summary>The UTF-8 bytes of a file after a change.</summary>
    public static byte[] Changed(string path, Action<JsonObject> change)
    {
        JsonObject root = Read(path);
        change(root);
        return System.Text.Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    /// <summary>Sets a value by a path such as <c>point.pitch.lowestHz</c>; numbers are places in lists.</summary>
    public static void Set(JsonObject root, string path, string json)
    {
        string[] keys = path.Split('.');
        JsonNode node = root;
        foreach (string key in keys[..^1])
        {
            node = int.TryParse(key, out int index) ? node[index]! : node[key]!;
        }

        JsonNode? value = JsonNode.Parse(json);
        if (int.TryParse(keys[^1], out int last))
        {
            node[last] = value;
        }
        else
        {
            node[keys[^1]] = value;
        }
    }

    /// <summary>Takes a key away.</summary>
    public static void Remove(JsonObject root, string path)
    {
        string[] keys = path.Split('.');
        JsonNode node = root;
        foreach (string key in keys[..^1])
        {
            node = int.TryParse(key, out int index) ? node[index]! : node[key]!;
        }

        node.AsObject().Remove(keys[^1]);
    }
}

using System.Text.Json;
using Sensorium.Inference;

namespace Sensorium.Perception.Tests;

/// <summary>Model folders as a user would make them.</summary>
internal static class Installed
{
    /// <summary>A tagger of the reference data; the test that asks skips where it is absent.</summary>
    public static ModelFolder Tagger(string network, double seconds, string[] names)
    {
        string file = Path.GetRelativePath(Path.GetTempPath(), SharedData.Require($"data/models/mtat/{network}.onnx"));
        return new ModelFolder
        {
            Path = Path.GetTempPath(),
            Manifest = new ModelManifest
            {
                Id = network,
                Version = 1,
                Task = MusicTagger.Task,
                Title = new(network, network),
                Licence = new ModelLicence("MIT", true, new(string.Empty, string.Empty)),
                Source = "test",
                Files = [new ModelFileEntry(file.Replace('\\', '/'), 1, new string('0', 64))],
                Labels = [.. names.Select(name => new ModelLabel(name, new(name, name)))],
                Parameters = JsonSerializer.SerializeToElement(new { seconds }),
            },
        };
    }
}

// Measures every picture of a folder as scene-colour does and writes the features as CSV, one picture a row: what training/scene_colour.py is fitted on.
using Sensorium;
using Sensorium.Media;
using Sensorium.Perception;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: Sensorium.SceneTable FOLDER FEATURES.csv");
    return 2;
}

PictureReader reader = new();
PictureReadOptions options = new();
SceneFeature[] features = Enum.GetValues<SceneFeature>();
await using StreamWriter table = new(args[1]);
await table.WriteLineAsync($"file,{string.Join(',', features)}");
foreach (string path in Directory.GetFiles(args[0], "*.jpg").Order(StringComparer.Ordinal))
{
    Picture picture = (await reader.ReadAsync(path, options)).Picture;
    SceneFeatures measured = SceneFeatures.Measure(picture);
    await table.WriteLineAsync($"{Path.GetFileName(path)},{string.Join(',', features.Select(feature => measured[feature].ToString("R")))}");
}

return 0;

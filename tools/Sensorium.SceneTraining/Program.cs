// Fits the scene model to the photographs of OASIS and writes its folder; docs/models/scene.md says what comes out.
using Sensorium;
using Sensorium.Inference;
using Sensorium.Lab.Scenes;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: Sensorium.SceneTraining OASIS_FOLDER models/scene");
    return 2;
}

try
{
    ModelCatalogue catalogue = new([Path.Combine(AppContext.BaseDirectory, "models")]);
    await SceneTraining.RunAsync(args[0], catalogue, args[1], seed: 1, Console.WriteLine);
    return 0;
}
catch (SensoriumException exception)
{
    Console.Error.WriteLine(exception.Text.English);
    return 1;
}

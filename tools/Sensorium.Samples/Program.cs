// Draws the sample pictures of the repository: dotnet run --project tools/Sensorium.Samples -c Release -- samples
using Sensorium.Media;
using Sensorium.Samples.Pictures;

string folder = args.Length > 0 ? args[0] : "samples";
Directory.CreateDirectory(folder);
foreach (ISample sample in SampleList.All)
{
    string path = Path.Combine(folder, $"{sample.Name}.png");
    using FileStream file = File.Create(path);
    PngFile.Write(file, sample.Draw());
    Console.WriteLine(path);
}

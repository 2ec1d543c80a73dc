using Sensorium.Media;

namespace Sensorium.Tests;

/// <summary>A folder of one test, gone after it.</summary>
internal sealed class Folder : IDisposable
{
    public Folder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "sensorium-tests-" + Guid.NewGuid().ToString("n"));

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Store(string name, Picture picture)
    {
        using FileStream stream = File.Create(this[name]);
        PngFile.Write(stream, picture);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

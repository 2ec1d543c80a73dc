namespace Sensorium.Library.Tests;

/// <summary>A folder for songs and servers that is gone after the test.</summary>
internal sealed class PlayerFolder : IDisposable
{
    public PlayerFolder() => Path = Directory.CreateTempSubdirectory("sensorium-play-").FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A server that was just killed may have written its last line meanwhile.
            Directory.Delete(Path, recursive: true);
        }
    }
}

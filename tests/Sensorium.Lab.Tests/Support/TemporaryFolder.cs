using Sensorium.Media;

namespace Sensorium.Lab.Tests;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Its full path.</summary>
    public string FullPath { get; } = Directory.CreateTempSubdirectory("sensorium-lab-").FullName;

    /// <summary>A path in it.</summary>
    public string this[string name] => Path.Combine(FullPath, name);

    /// <summary>Writes text, and the folders above it.</summary>
    public string Write(string name, string text)
    {
        string path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a picture as PNG whatever its name ends with: content decides what a file is.</summary>
    public string Write(string name, Picture picture)
    {
        string path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream stream = File.Create(path);
        PngFile.Write(stream, picture);
        return path;
    }

    /// <summary>A grey picture.</summary>
    public static Picture Grey(int width, int height, byte value)
    {
        Picture picture = new(width, height);
        picture.Pixels.Fill(value);
        return picture;
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}

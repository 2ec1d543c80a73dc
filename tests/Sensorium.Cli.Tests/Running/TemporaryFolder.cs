namespace Sensorium.Cli.Tests;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Its full path.</summary>
    public string FullPath { get; } = Directory.CreateTempSubdirectory("sensorium-cli-").FullName;

    /// <summary>A path in it.</summary>
    public string this[string name] => Path.Combine(FullPath, name);

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}

namespace Sensorium.Library;

/// <summary>A file with the sound of a song: one of the library's own, or a copy that goes away with this.</summary>
/// <param name="path">Where it lies.</param>
/// <param name="copy">Keeps the copy alive, and removes it; null for a file that stays. Default null.</param>
public sealed class SongFile(string path, IDisposable? copy = null) : IDisposable
{
    /// <summary>Where it lies.</summary>
    public string Path { get; } = path;

    /// <inheritdoc />
    public void Dispose() => copy?.Dispose();
}

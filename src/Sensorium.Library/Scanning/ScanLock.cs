namespace Sensorium.Library;

/// <summary>Keeps two scans from working on one catalogue at once. The system lets go of it when the process ends, however it ends.</summary>
public sealed class ScanLock : IDisposable
{
    private readonly FileStream _file;

    private ScanLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="cataloguePath">The catalogue's file.</param>
    /// <returns>The lock; to be disposed of.</returns>
    /// <exception cref="OutputFailedException">Another process has it.</exception>
    public static ScanLock Take(string cataloguePath)
    {
        try
        {
            return new ScanLock(new FileStream(cataloguePath + ".scan", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CatalogueErrors.Busy(cataloguePath, error);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}

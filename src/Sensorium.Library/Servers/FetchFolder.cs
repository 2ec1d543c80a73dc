namespace Sensorium.Library;

/// <summary>
/// A folder for songs that were fetched, one file each, for as long as they are needed. Their names say nothing. A process holds its files locked, so
/// that what another one left behind when it was killed can be told, and is removed.
/// </summary>
public sealed class FetchFolder
{
    private readonly string _path;

    /// <summary>Takes a folder, which is made when missing, and removes what killed processes left in it.</summary>
    /// <param name="path">The folder; nothing else may lie in it.</param>
    /// <exception cref="OutputFailedException">It cannot be made.</exception>
    public FetchFolder(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _path = path;
        try
        {
            Make(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SubsonicErrors.NoFolder(path, error);
        }

        Tidy(path);
    }

    /// <summary>Removes what killed processes left behind.</summary>
    /// <param name="path">The folder; it need not exist.</param>
    public static void Tidy(string path)
    {
        foreach (string file in Directory.Exists(path) ? Directory.GetFiles(path) : [])
        {
            try
            {
                // Whoever works with it still holds it, and then it cannot be had alone.
                new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // In use, or gone meanwhile.
            }
        }
    }

    /// <summary>Makes a file of what comes.</summary>
    /// <param name="write">Writes it; where that fails, nothing is left behind.</param>
    /// <returns>The file.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task<SongFile> MakeAsync(Func<Stream, Task> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var copy = new Copy(new FileStream(Path.Combine(_path, Path.GetRandomFileName()), options));
        try
        {
            await write(copy.File);
            await copy.File.FlushAsync(CancellationToken.None);
            return new SongFile(copy.File.Name, copy);
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private sealed class Copy(FileStream file) : IDisposable
    {
        public FileStream File { get; } = file;

        public void Dispose()
        {
            File.Dispose();
            try
            {
                System.IO.File.Delete(File.Name);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // A player may hold it still; the next scan removes it.
            }
        }
    }
}

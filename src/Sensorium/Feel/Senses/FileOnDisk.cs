namespace Sensorium;

/// <summary>
/// A file for those who cannot read from memory: ffmpeg seeks in what it plays. What came without a file lies, for as long as it is felt,
/// in a temporary folder that only this user may enter, and is removed with it.
/// </summary>
internal sealed class FileOnDisk : IDisposable
{
    private readonly string? _folder;

    private FileOnDisk(string path, string? folder)
    {
        Path = path;
        _folder = folder;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Puts bytes into a file.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>The file; disposing removes it.</returns>
    /// <exception cref="OutputFailedException">The disk is full, or the temporary folder cannot be written.</exception>
    public static async Task<FileOnDisk> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        string? folder = null;
        try
        {
            // On Unix the folder is made with rights for its owner alone.
            folder = Directory.CreateTempSubdirectory("sensorium-").FullName;
            var file = new FileOnDisk(System.IO.Path.Combine(folder, "-"), folder);
            await File.WriteAllBytesAsync(file.Path, bytes, cancellationToken);
            return file;
        }
        catch (Exception error)
        {
            Remove(folder);
            if (error is not (IOException or UnauthorizedAccessException))
            {
                throw;
            }

            throw new OutputFailedException(
                new LocalizedText(
                    $"A sound or video from standard input needs a temporary file, which cannot be written ({error.Message.TrimEnd('.')}); free some space, or give a file.",
                    $"표준 입력의 소리나 동영상을 둘 임시 파일을 쓰지 못했습니다({error.Message.TrimEnd('.')}). 공간을 비우거나 파일을 지정하십시오."),
                error);
        }
    }

    /// <summary>Names a file that is there already; disposing leaves it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The file.</returns>
    public static FileOnDisk At(string path) => new(path, null);

    /// <inheritdoc/>
    public void Dispose() => Remove(_folder);

    private static void Remove(string? folder)
    {
        if (folder is not null && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

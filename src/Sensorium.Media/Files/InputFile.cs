namespace Sensorium.Media;

/// <summary>Opens what users give us, with a sentence for everything that may stand in the way.</summary>
internal static class InputFile
{
    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">The path.</param>
    /// <param name="mostBytes">The largest size allowed.</param>
    /// <returns>The open file, at its beginning.</returns>
    /// <exception cref="MalformedInputException">It is missing, a folder, empty, or may not be read.</exception>
    /// <exception cref="LimitReachedException">It is larger than allowed.</exception>
    public static FileStream Open(string path, long mostBytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new MalformedInputException(new LocalizedText(
                "The path of the file is empty; give a file.",
                "파일 경로가 비어 있습니다. 파일을 지정하십시오."));
        }

        if (path.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(path, UriKind.Absolute, out _) && !File.Exists(path))
        {
            throw new MalformedInputException(new LocalizedText(
                $"'{path}' is an address, and addresses are not read; give a file on this machine.",
                $"'{path}' 주소는 읽지 않습니다. 이 컴퓨터에 있는 파일을 지정하십시오."));
        }

        string name = Path.GetFileName(path.TrimEnd('/', '\\'));
        try
        {
            if (Directory.Exists(path))
            {
                throw new MalformedInputException(new LocalizedText(
                    $"'{path}' is a folder; give a file inside it.",
                    $"'{path}' 자리에 있는 것은 폴더입니다. 그 안의 파일을 지정하십시오."));
            }

            var info = new FileInfo(path);
            if (!info.Exists)
            {
                throw Missing(path);
            }

            // Pipes and devices have no length either, and opening one may never return.
            RefuseUnfit(name, info.Length, mostBytes);
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new MalformedInputException(
                new LocalizedText(
                    $"'{path}' may not be read by this user; change its permissions or give another file.",
                    $"'{path}' 파일을 읽을 권한이 없습니다. 권한을 바꾸거나 다른 파일을 지정하십시오."),
                error);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Missing(path);
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(path, error);
        }
    }

    /// <summary>Refuses what is empty or too large.</summary>
    /// <param name="name">The file's name, for sentences.</param>
    /// <param name="length">Its size in bytes.</param>
    /// <param name="mostBytes">The largest size allowed.</param>
    /// <exception cref="MalformedInputException">It is empty.</exception>
    /// <exception cref="LimitReachedException">It is larger than allowed.</exception>
    public static void RefuseUnfit(string name, long length, long mostBytes)
    {
        if (length == 0)
        {
            throw new MalformedInputException(new LocalizedText(
                $"'{name}' is empty (or not an ordinary file); give a file with content.",
                $"'{name}' 파일이 비어 있거나 일반 파일이 아닙니다. 내용이 있는 파일을 지정하십시오."));
        }

        RefuseLarge(name, length, mostBytes);
    }

    /// <summary>Reads the rest of a file into memory.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="mostBytes">The largest size allowed, should the file grow meanwhile.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The bytes.</returns>
    public static async Task<byte[]> ReadAllAsync(FileStream file, long mostBytes, CancellationToken cancellationToken)
    {
        string name = Path.GetFileName(file.Name);
        try
        {
            long length = file.Length - file.Position;
            RefuseLarge(name, length, Math.Min(mostBytes, Array.MaxLength));
            var bytes = new byte[length];
            int read = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (IOException error)
        {
            throw Unreadable(file.Name, error);
        }
    }

    /// <summary>The system could not read the file.</summary>
    /// <param name="path">The path.</param>
    /// <param name="error">What the system said.</param>
    /// <returns>The error to throw.</returns>
    public static MalformedInputException Unreadable(string path, Exception error) => new(
        new LocalizedText(
            $"'{path}' could not be read ({error.Message.TrimEnd('.')}); check the path and the disk.",
            $"'{path}' 파일을 읽지 못했습니다({error.Message.TrimEnd('.')}). 경로와 디스크를 확인하십시오."),
        error);

    /// <summary>There is more than allowed.</summary>
    /// <param name="name">The file's name, for sentences.</param>
    /// <param name="length">Its size in bytes, as far as it is known.</param>
    /// <param name="mostBytes">The largest size allowed.</param>
    /// <returns>The error to throw.</returns>
    public static LimitReachedException TooLarge(string name, long length, long mostBytes) => new(new LocalizedText(
        $"'{name}' has {length:N0} bytes; at most {mostBytes:N0} are allowed. Give a smaller file.",
        $"'{name}' 파일은 {length:N0}바이트입니다. {mostBytes:N0}바이트까지 허용됩니다. 더 작은 파일을 지정하십시오."));

    private static MalformedInputException Missing(string path) => new(new LocalizedText(
        $"There is no file '{path}'; check the path.",
        $"'{path}' 파일이 없습니다. 경로를 확인하십시오."));

    private static void RefuseLarge(string name, long length, long mostBytes)
    {
        if (length > mostBytes)
        {
            throw TooLarge(name, length, mostBytes);
        }
    }
}

namespace Sensorium.Media;

/// <summary>Sentences for what can go wrong when files are written.</summary>
internal static class OutputErrors
{
    private const int DiskFullUnix = 28;
    private const int NameTooLongUnix = 36;
    private const int NameTooLongMac = 63;
    private const int ReadOnlyFolderUnix = 30;
    private const int DiskFullWindows = 112;
    private const int HandleDiskFullWindows = 39;

    /// <summary>Turns what the system said into a sentence.</summary>
    /// <param name="path">The file that was to be written.</param>
    /// <param name="error">What the system said.</param>
    /// <returns>The error to throw.</returns>
    public static OutputFailedException From(string path, Exception error)
    {
        string folder = Path.GetDirectoryName(path) ?? path;
        string name = Path.GetFileName(path);
        int code = error.HResult & 0xFFFF;
        bool windows = OperatingSystem.IsWindows();
        LocalizedText text = error switch
        {
            IOException when FileOnTheWay(folder) is string file => new LocalizedText(
                $"'{file}' is a file, so no folder can be there; choose another folder.",
                $"'{file}' 자리에 파일이 있어 폴더로 쓸 수 없습니다. 다른 폴더를 고르십시오."),
            PathTooLongException => TooLong(folder, name),
            UnauthorizedAccessException => new LocalizedText(
                $"The folder '{folder}' does not allow writing '{name}'; choose another folder or change its permissions.",
                $"'{folder}' 폴더에 '{name}' 파일을 쓸 권한이 없습니다. 다른 폴더를 고르거나 권한을 바꾸십시오."),
            DirectoryNotFoundException => new LocalizedText(
                $"There is no folder '{folder}'; make it first or choose another.",
                $"'{folder}' 폴더가 없습니다. 폴더를 먼저 만들거나 다른 폴더를 고르십시오."),
            IOException when IsDiskFull(code) => new LocalizedText(
                $"The disk that holds '{folder}' is full, so '{name}' was not written; free some space or choose another folder.",
                $"'{folder}' 폴더가 있는 디스크가 가득 차서 '{name}' 파일을 쓰지 못했습니다. 공간을 비우거나 다른 폴더를 고르십시오."),
            IOException when !windows && (code is NameTooLongUnix or NameTooLongMac) => TooLong(folder, name),
            IOException when !windows && code == ReadOnlyFolderUnix => new LocalizedText(
                $"The folder '{folder}' is on a disk that can only be read; choose another folder.",
                $"'{folder}' 폴더는 읽기 전용 디스크에 있습니다. 다른 폴더를 고르십시오."),
            _ => new LocalizedText(
                $"'{name}' could not be written into '{folder}' ({error.Message.TrimEnd('.')}); choose another folder or name.",
                $"'{folder}' 폴더에 '{name}' 파일을 쓰지 못했습니다({error.Message.TrimEnd('.')}). 다른 폴더나 이름을 고르십시오."),
        };
        return new OutputFailedException(text, error);
    }

    /// <summary>The target is a folder.</summary>
    /// <param name="path">The target.</param>
    /// <returns>The error to throw.</returns>
    public static OutputFailedException IsFolder(string path) => new(new LocalizedText(
        $"'{path}' is a folder, so no file of that name can be written; choose another name.",
        $"'{path}' 폴더가 있으므로 같은 이름의 파일을 쓸 수 없습니다. 다른 이름을 고르십시오."));

    private static bool IsDiskFull(int code) =>
        OperatingSystem.IsWindows() ? code is DiskFullWindows or HandleDiskFullWindows : code == DiskFullUnix;

    private static string? FileOnTheWay(string folder)
    {
        for (string? part = folder; !string.IsNullOrEmpty(part); part = Path.GetDirectoryName(part))
        {
            if (File.Exists(part))
            {
                return part;
            }
        }

        return null;
    }

    // A folder that is there, or could be made, was not too long; then it is the name.
    private static LocalizedText TooLong(string folder, string name) => !Directory.Exists(folder)
        ? new(
            $"The folder path '{Shorten(folder)}' ({folder.Length} characters) is too long for this disk; choose a shorter one.",
            $"폴더 경로 '{Shorten(folder)}'({folder.Length}자)가 너무 깁니다. 더 짧은 경로를 고르십시오.")
        : new(
            $"The file name '{Shorten(name)}' ({name.Length} characters) is too long for this disk; choose a shorter name.",
            $"파일 이름 '{Shorten(name)}'({name.Length}자)이 너무 깁니다. 더 짧은 이름을 고르십시오.");

    private static string Shorten(string name) => name.Length <= 40 ? name : string.Concat(name.AsSpan(0, 39), "…");
}

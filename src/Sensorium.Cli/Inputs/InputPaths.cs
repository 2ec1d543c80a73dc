using System.IO.Enumeration;

namespace Sensorium.Cli;

/// <summary>Turns the words of a command line into paths: expands folders, and <c>*</c> and <c>?</c> where the shell has not done so, as on Windows.</summary>
internal static class InputPaths
{
    /// <summary>The word that stands for standard input.</summary>
    public const string StandardInput = "-";

    private static readonly HashSet<string> PictureExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".bmp", ".dib", ".tif", ".tiff", ".heic", ".heif", ".avif",
    };

    /// <summary>Extensions of sounds.</summary>
    public static IReadOnlySet<string> Sounds { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        ".wav", ".flac", ".mp3", ".ogg", ".oga", ".opus", ".m4a", ".aac", ".aif", ".aiff", ".wma", ".caf", ".au",
    };

    /// <summary>Extensions of videos.</summary>
    public static IReadOnlySet<string> Videos { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".ogv", ".wmv", ".flv", ".ts", ".mpg", ".mpeg",
    };

    /// <summary>Extensions of texts.</summary>
    public static IReadOnlySet<string> Texts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { ".txt" };

    /// <summary>Extensions of pictures.</summary>
    public static IReadOnlySet<string> Pictures => PictureExtensions;

    /// <summary>Replaces each pattern by the files that match it, in ordinal order.</summary>
    /// <param name="arguments">Paths and patterns.</param>
    /// <returns>Paths; a pattern that matches nothing stays as it is, so that its name appears in the error.</returns>
    public static IReadOnlyList<string> Expand(IReadOnlyList<string> arguments)
    {
        List<string> paths = [];
        foreach (string argument in arguments)
        {
            string name = Path.GetFileName(argument);
            string folder = Path.GetDirectoryName(argument) ?? string.Empty;
            bool isPattern = name.AsSpan().IndexOfAny('*', '?') >= 0 && !File.Exists(argument);
            string[] matches = isPattern && (folder.Length == 0 || Directory.Exists(folder))
                ? Directory.GetFiles(folder.Length == 0 ? "." : folder, name)
                : [];
            if (matches.Length == 0)
            {
                paths.Add(argument);
                continue;
            }

            Array.Sort(matches, StringComparer.Ordinal);
            paths.AddRange(matches.Select(match => Path.Combine(folder, Path.GetFileName(match))));
        }

        return paths;
    }

    /// <summary>Replaces each folder by the pictures in it, known by their extension, in ordinal order; hidden files are left out.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="recursive">Whether folders inside count too.</param>
    /// <returns>Files; a folder without pictures stays as it is, so that its name appears in the error.</returns>
    public static IReadOnlyList<string> WithPicturesInFolders(IReadOnlyList<string> paths, bool recursive) => WithFilesInFolders(paths, recursive, PictureExtensions);

    /// <summary>Replaces each folder by the files in it that have certain extensions, in ordinal order; hidden files are left out.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="recursive">Whether folders inside count too.</param>
    /// <param name="extensions">The extensions, with their dots.</param>
    /// <returns>Files; a folder without such files stays as it is, so that its name appears in the error.</returns>
    public static IReadOnlyList<string> WithFilesInFolders(IReadOnlyList<string> paths, bool recursive, IReadOnlySet<string> extensions)
    {
        List<string> files = [];
        foreach (string path in paths)
        {
            string[] found = path != StandardInput && Directory.Exists(path) ? [.. FilesIn(path, recursive, extensions).Order(StringComparer.Ordinal)] : [];
            files.AddRange(found.Length > 0 ? found : [path]);
        }

        return files;
    }

    // A link to a folder may lead back to where it lies, so that only real ones are entered.
    private static FileSystemEnumerable<string> FilesIn(string folder, bool recursive, IReadOnlySet<string> extensions) => new(
        folder,
        (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(),
        new EnumerationOptions { RecurseSubdirectories = recursive, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && extensions.Contains(Path.GetExtension(entry.FileName).ToString()),
        ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
    };
}

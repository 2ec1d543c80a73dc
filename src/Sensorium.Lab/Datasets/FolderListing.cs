namespace Sensorium.Lab.Datasets;

/// <summary>Lists folders in a fixed order. What may not be read is passed over, hidden entries too, and links that lead round in a circle end.</summary>
internal static class FolderListing
{
    private const int DeepestLevel = 16;

    /// <summary>The files of a folder.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="pattern">What their names match.</param>
    /// <param name="isDeep">Whether folders within count too.</param>
    /// <returns>Their paths.</returns>
    public static string[] Files(string folder, string pattern = "*", bool isDeep = false) =>
        Visible(Directory.EnumerateFiles(folder, pattern, Options(isDeep)));

    /// <summary>The folders in a folder.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <returns>Their paths.</returns>
    public static string[] Folders(string folder) => Visible(Directory.EnumerateDirectories(folder, "*", Options(isDeep: false)));

    private static EnumerationOptions Options(bool isDeep) => new()
    {
        IgnoreInaccessible = true,
        RecurseSubdirectories = isDeep,
        MaxRecursionDepth = DeepestLevel,
        AttributesToSkip = FileAttributes.None,
        MatchType = MatchType.Simple,
    };

    private static string[] Visible(IEnumerable<string> paths) => [.. paths.Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal)];
}

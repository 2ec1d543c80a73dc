namespace Sensorium.Cli;

/// <summary>Tells where a shared library that this process has loaded lies.</summary>
internal static class LibraryProbe
{
    /// <summary>The file of a library that this process has loaded by its bare name, from the process's memory map (Linux only).</summary>
    /// <param name="name">The library's file name or its beginning.</param>
    /// <returns>The path; null where it cannot be told.</returns>
    public static string? Locate(string name)
    {
        const string Map = "/proc/self/maps";
        string stem = name.Split(".so", 2)[0];
        return !File.Exists(Map) ? null : File.ReadLines(Map)
            .Select(line => line[(line.LastIndexOf(' ') + 1)..])
            .FirstOrDefault(path => Path.GetFileName(path).StartsWith(stem, StringComparison.Ordinal));
    }
}

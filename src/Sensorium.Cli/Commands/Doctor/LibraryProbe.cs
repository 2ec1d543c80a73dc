using System.Runtime.InteropServices;

namespace Sensorium.Cli;

/// <summary>Finds shared libraries by loading them, the only way that also proves them usable.</summary>
/// <param name="variable">Reads an environment variable.</param>
internal sealed class LibraryProbe(Func<string, string?> variable)
{
    /// <summary>Loads the first of some libraries.</summary>
    /// <param name="overriding">An environment variable that names the library's file.</param>
    /// <param name="export">A function that it must have.</param>
    /// <param name="names">File names or paths, the best first.</param>
    /// <returns>Where it is; null where none can be loaded.</returns>
    public string? Find(string overriding, string export, IReadOnlyList<string> names)
    {
        IReadOnlyList<string> candidates = variable(overriding) is { Length: > 0 } given ? [given] : names;
        foreach (string candidate in candidates)
        {
            if (NativeLibrary.TryLoad(candidate, out nint library) && NativeLibrary.TryGetExport(library, export, out _))
            {
                return Path.IsPathRooted(candidate) ? candidate : Locate(candidate) ?? candidate;
            }
        }

        return null;
    }

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

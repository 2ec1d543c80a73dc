namespace Sensorium.Cli;

/// <summary>Expands <c>*</c> and <c>?</c> in file names where the shell has not done so, as on Windows.</summary>
internal static class PicturePatterns
{
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
}

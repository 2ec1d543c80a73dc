using System.Globalization;
using System.Runtime.InteropServices;

namespace Sensorium.Cli;

/// <summary>Finds the language to speak before the command line is parsed, because the parser's own help needs it.</summary>
internal static class LanguageChoice
{
    /// <summary>The language that the command line, else the environment, asks for.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>The language; English where nobody asks for another.</returns>
    public static Language Of(IReadOnlyList<string> args, Func<string, string?> variable)
    {
        for (int i = 0; i < args.Count && args[i] != "--"; i++)
        {
            string? value = args[i] == "--lang" && i + 1 < args.Count ? args[i + 1]
                : args[i].StartsWith("--lang=", StringComparison.Ordinal) || args[i].StartsWith("--lang:", StringComparison.Ordinal) ? args[i][7..]
                : null;
            if (value is not null && Parse(value) is Language asked)
            {
                return asked;
            }
        }

        // POSIX: the first of these that is set decides, even when it names a language that we do not speak.
        foreach (string name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (variable(name) is { Length: > 0 } locale)
            {
                return IsKorean(locale) ? Language.Korean : Language.English;
            }
        }

        return OperatingSystem.IsWindows() && IsKorean(WindowsLocale()) ? Language.Korean : Language.English;
    }

    /// <summary>Reads a language code.</summary>
    /// <param name="value">What the user wrote.</param>
    /// <returns>The language; null where there is none of that name.</returns>
    public static Language? Parse(string value) => value.ToLowerInvariant() switch
    {
        "en" => Language.English,
        "ko" => Language.Korean,
        _ => null,
    };

    private static bool IsKorean(string locale) =>
        locale.Equals("ko", StringComparison.OrdinalIgnoreCase)
        || locale.StartsWith("ko_", StringComparison.OrdinalIgnoreCase)
        || locale.StartsWith("ko-", StringComparison.OrdinalIgnoreCase)
        || locale.StartsWith("ko.", StringComparison.OrdinalIgnoreCase);

    // The culture of .NET is invariant in this program, so Windows itself is asked for the language of its menus.
    private static string WindowsLocale()
    {
        const int Korean = 0x12;
        const int PrimaryLanguage = 0x3ff;
        return (GetUserDefaultUILanguage() & PrimaryLanguage) == Korean ? "ko" : CultureInfo.InvariantCulture.Name;
    }

    [DllImport("kernel32", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern ushort GetUserDefaultUILanguage();
}

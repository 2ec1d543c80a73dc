using System.Runtime.InteropServices;

namespace Sensorium.Cli;

/// <summary>Finds the country that the user's system is set to, for what differs by country, such as a helpline.</summary>
internal static class CountryChoice
{
    /// <summary>The country of the environment.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>ISO 3166 code, two capitals; null where the environment names none.</returns>
    public static string? Of(Func<string, string?> variable)
    {
        // POSIX: the first of these that is set decides, even when it names no country.
        foreach (string name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (variable(name) is { Length: > 0 } locale)
            {
                return OfLocale(locale);
            }
        }

        return OperatingSystem.IsWindows() ? OfWindows() : null;
    }

    /// <summary>Reads a country code.</summary>
    /// <param name="value">What the user wrote.</param>
    /// <returns>Two capitals; null where it is no code of two letters.</returns>
    public static string? Parse(string value) => value.Length == 2 && value.All(char.IsAsciiLetter)
        ? value.ToUpperInvariant() switch { "UK" => "GB", string code => code }
        : null;

    // language[_COUNTRY][.encoding][@variant]; Korean is spoken in one country that has a line.
    private static string? OfLocale(string locale)
    {
        string[] parts = locale.Split('.', '@')[0].Split('_', '-');
        return parts.Length > 1 ? Parse(parts[^1]) : parts[0].Equals("ko", StringComparison.OrdinalIgnoreCase) ? "KR" : null;
    }

    // The culture of .NET is invariant in this program, so Windows itself is asked where it is.
    private static string? OfWindows()
    {
        char[] name = new char[8];
        int length = GetUserDefaultGeoName(name, name.Length);
        return length > 1 ? Parse(new string(name, 0, length - 1)) : null;
    }

    [DllImport("kernel32", ExactSpelling = true, CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetUserDefaultGeoName([Out] char[] name, int count);
}

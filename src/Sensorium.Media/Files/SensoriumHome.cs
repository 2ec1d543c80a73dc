namespace Sensorium.Media;

/// <summary>
/// The one folder that holds everything the program stores: <c>SENSORIUM_HOME</c> where it is set, else the platform's data home:
/// <c>%LOCALAPPDATA%\Sensorium</c> on Windows, <c>~/Library/Application Support/Sensorium</c> on macOS, and
/// <c>$XDG_DATA_HOME/sensorium</c> or <c>~/.local/share/sensorium</c> elsewhere (XDG Base Directory Specification 0.8).
/// </summary>
public sealed class SensoriumHome
{
    /// <summary>The environment variable that overrides the place.</summary>
    public const string Variable = "SENSORIUM_HOME";

    /// <summary>Finds the folder; nothing is made.</summary>
    /// <param name="environment">Looks up an environment variable; null asks the process's own. Default null.</param>
    public SensoriumHome(Func<string, string?>? environment = null)
        : this(environment ?? Environment.GetEnvironmentVariable, OperatingSystem.IsWindows(), OperatingSystem.IsMacOS())
    {
    }

    internal SensoriumHome(Func<string, string?> environment, bool windows, bool mac)
    {
        string? given = environment(Variable);
        Path = System.IO.Path.GetFullPath(
            !string.IsNullOrWhiteSpace(given) ? given
            : windows ? System.IO.Path.Combine(Windows(environment), "Sensorium")
            : mac ? System.IO.Path.Combine(UserFolder(environment), "Library", "Application Support", "Sensorium")
            : System.IO.Path.Combine(Xdg(environment), "sensorium"));
    }

    /// <summary>The full path; the folder need not exist yet.</summary>
    public string Path { get; }

    /// <summary>A folder inside, made when missing: the moment when something is stored.</summary>
    /// <param name="name">A relative name such as <c>soundfonts</c>; the empty string for the home itself.</param>
    /// <returns>The full path of the existing folder.</returns>
    /// <exception cref="OutputFailedException">The folder cannot be made.</exception>
    public string CreateFolder(string name = "")
    {
        string path = System.IO.Path.Combine(Path, name);
        try
        {
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputFailedException(
                new LocalizedText(
                    $"The folder '{path}' for Sensorium's own data cannot be made; set {Variable} to a folder that can be written.",
                    $"Sensorium의 데이터를 둘 '{path}' 폴더를 만들 수 없습니다. {Variable} 환경 변수에 쓸 수 있는 폴더를 지정하십시오."),
                error);
        }
    }

    private static string Windows(Func<string, string?> environment) =>
        environment("LOCALAPPDATA") is { Length: > 0 } local ? local : System.IO.Path.Combine(UserFolder(environment), "AppData", "Local");

    // The specification asks that a relative XDG_DATA_HOME be ignored.
    private static string Xdg(Func<string, string?> environment) =>
        environment("XDG_DATA_HOME") is { Length: > 0 } data && System.IO.Path.IsPathRooted(data)
            ? data
            : System.IO.Path.Combine(UserFolder(environment), ".local", "share");

    private static string UserFolder(Func<string, string?> environment) =>
        environment("HOME") is { Length: > 0 } home ? home : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}

namespace Sensorium.Cli;

/// <summary>The packages that hold each component, by package manager.</summary>
internal static class InstallGuide
{
    private static readonly (string Manager, string Command)[] Managers =
    [
        ("apt", "sudo apt-get install"),
        ("dnf", "sudo dnf install"),
        ("pacman", "sudo pacman -S"),
        ("brew", "brew install"),
        ("winget", "winget install"),
    ];

    /// <summary>Lines for packages, this platform's managers first.</summary>
    /// <param name="packages">Packages in the order apt, dnf, pacman, brew, winget; the empty string where a manager has none.</param>
    /// <param name="otherwise">What to do where there is no package.</param>
    /// <returns>One line for each manager.</returns>
    public static IReadOnlyList<InstallLine> For(IReadOnlyList<string> packages, LocalizedText otherwise)
    {
        IEnumerable<InstallLine> lines = Managers.Zip(packages, (manager, package) => new InstallLine(
            manager.Manager,
            package.Length == 0 ? otherwise : new($"{manager.Command} {package}", $"{manager.Command} {package}")));
        return [.. lines.OrderBy(line => Rank(line.Manager))];
    }

    private static int Rank(string manager) => manager switch
    {
        "winget" => OperatingSystem.IsWindows() ? 0 : 2,
        "brew" => OperatingSystem.IsMacOS() ? 0 : 2,
        "apt" => IsThere("/usr/bin/apt-get") ? 0 : 1,
        "dnf" => IsThere("/usr/bin/dnf") ? 0 : 1,
        _ => IsThere("/usr/bin/pacman") ? 0 : 1,
    };

    private static bool IsThere(string path) => !OperatingSystem.IsWindows() && File.Exists(path);
}

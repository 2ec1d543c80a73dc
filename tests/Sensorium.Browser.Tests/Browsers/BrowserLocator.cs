namespace Sensorium.Browser.Tests;

/// <summary>Finds the browsers of this machine.</summary>
internal static class BrowserLocator
{
    /// <summary>Whether a missing browser is a failure rather than a reason to skip.</summary>
    public static bool MustRun =>
        Environment.GetEnvironmentVariable("CI") == "true" || Environment.GetEnvironmentVariable("SENSORIUM_TEST_FULL") == "1";

    public static string? Chromium() => Environment.GetEnvironmentVariable("SENSORIUM_CHROMIUM") is { Length: > 0 } named
        ? named
        : OnPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    public static string? Firefox() => Environment.GetEnvironmentVariable("SENSORIUM_FIREFOX") is { Length: > 0 } named
        ? named
        : OnPath("firefox-esr", "firefox");

    /// <summary>Skips the test, or fails it where the browser must be there.</summary>
    public static string Require(string? path, string browser, string variable)
    {
        if (path is null && MustRun)
        {
            Assert.Fail($"{browser} was not found on the PATH, and {variable} does not name it.");
        }

        Assert.SkipWhen(path is null, $"{browser} is not installed: put it on the PATH or name it in {variable}.");
        return path ?? string.Empty;
    }

    private static string? OnPath(params string[] names) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
            .FirstOrDefault(System.IO.File.Exists);
}

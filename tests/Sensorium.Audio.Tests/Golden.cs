using System.Runtime.CompilerServices;

namespace Sensorium.Audio.Tests;

/// <summary>Reference arrays that lie outside the repository; a test that needs one skips where they are absent.</summary>
internal static class Golden
{
    public static string Path(string name)
    {
        string shared = Environment.GetEnvironmentVariable("SENSORIUM_SHARED") is { Length: > 0 } chosen
            ? chosen
            : System.IO.Path.Combine(Root(), "..", "shared");
        string path = System.IO.Path.Combine(shared, "data", "golden", name);
        Assert.SkipUnless(File.Exists(path), $"The shared data folder with golden/{name} is not on this machine.");
        return path;
    }

    private static string Root([CallerFilePath] string here = "") => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", ".."));
}

namespace Sensorium.Inference.Tests;

/// <summary>Finds models and sounds that are not part of the repository: under <c>SENSORIUM_SHARED</c>, else beside the repository in <c>shared</c>.</summary>
internal static class SharedData
{
    /// <summary>The full path of a file; the test that asks skips where it is absent.</summary>
    /// <param name="path">Relative to the data folder, with slashes.</param>
    /// <returns>The path.</returns>
    public static string Find(string path)
    {
        string? root = Environment.GetEnvironmentVariable("SENSORIUM_SHARED");
        string full = Path.Combine(string.IsNullOrEmpty(root) ? Path.Combine(Repository.Root, "..", "shared") : root, "data", path);
        Assert.SkipUnless(File.Exists(full), $"{path} is not part of the repository; put it under ../shared/data or set SENSORIUM_SHARED.");
        return full;
    }
}

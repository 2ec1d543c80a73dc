namespace Sensorium.Testing;

/// <summary>Finds data that is not part of the repository: under <c>SENSORIUM_SHARED</c>, else beside the repository in <c>shared</c>.</summary>
internal static class SharedData
{
    /// <summary>The full path of a file or folder.</summary>
    /// <param name="path">Relative path with slashes, such as <c>data/music/tracks</c>.</param>
    /// <returns>Null where it is absent.</returns>
    public static string? Find(string path)
    {
        string? root = Environment.GetEnvironmentVariable("SENSORIUM_SHARED");
        string full = Path.Combine(string.IsNullOrEmpty(root) ? Path.Combine(Repository.Root, "..", "shared") : root, path);
        return Directory.Exists(full) || File.Exists(full) ? full : null;
    }

    /// <summary>The full path of a file or folder; the test that asks skips where it is absent.</summary>
    /// <param name="path">Relative path with slashes.</param>
    /// <returns>The path.</returns>
    public static string Require(string path)
    {
        string? full = Find(path);
        Assert.SkipWhen(full is null, $"{path} is not part of the repository; put it under ../shared or set SENSORIUM_SHARED.");
        return full;
    }
}

namespace Sensorium.Perception.Tests;

/// <summary>Finds data sets that are not part of the repository: under <c>SENSORIUM_SHARED</c>, else beside the repository in <c>shared</c>.</summary>
internal static class SharedData
{
    /// <summary>The full path of a file or folder.</summary>
    /// <param name="path">Relative path with slashes.</param>
    /// <returns>Null where it is absent.</returns>
    public static string? Find(string path)
    {
        string? root = Environment.GetEnvironmentVariable("SENSORIUM_SHARED");
        if (string.IsNullOrEmpty(root))
        {
            root = Path.Combine(Repository.Root, "..", "shared");
        }

        string full = Path.Combine(root, path);
        return Directory.Exists(full) || File.Exists(full) ? full : null;
    }
}

using System.Diagnostics;

namespace Sensorium.Library.Tests;

/// <summary>Programs that tests play with; a test is skipped, with the reason, where one is not installed.</summary>
internal static class PlayerTool
{
    public static string Need(string program)
    {
        string? path = Find(program);
        Assert.SkipWhen(path is null, $"{program} is not installed.");
        return path!;
    }

    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    /// <summary>Starts a program in a folder that is its home, too, so that it finds no settings of the user.</summary>
    public static Process Start(string program, string home, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = home,
        };
        start.Environment["HOME"] = home;
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("XDG_CONFIG_HOME");
        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Runs a program to its end and gives what it said on both outputs.</summary>
    public static async Task<string> RunAsync(string program, string home, params string[] arguments)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        using Process process = Start(program, home, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(stop);
        string errors = await process.StandardError.ReadToEndAsync(stop);
        string said = await output;
        await process.WaitForExitAsync(stop);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {errors} {said}");
        return said + errors;
    }

    /// <summary>Writes a tone with tags.</summary>
    public static async Task<string> ToneAsync(string path, double seconds, string title = "Tone", string artist = "Sine", string album = "Waves", string filter = "anull")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await RunAsync(
            Need("ffmpeg"), Path.GetTempPath(), "-nostdin", "-loglevel", "error", "-y", "-f", "lavfi", "-i", FormattableString.Invariant($"sine=frequency=440:duration={seconds},{filter}"),
            "-metadata", $"title={title}", "-metadata", $"artist={artist}", "-metadata", $"album={album}", "file:" + path);
        return path;
    }
}

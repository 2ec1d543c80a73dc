using System.Diagnostics;
using Sensorium.Media;

namespace Sensorium.Library.Tests;

/// <summary>Programs that tests compare with; a test is skipped, with the reason, where one is not installed.</summary>
internal static class Tool
{
    public static string FFmpeg => Need(new FFmpegLocator().FindFFmpeg(), "ffmpeg");

    public static string FFprobe => Need(new FFmpegLocator().FindFFprobe(), "ffprobe");

    /// <summary>Runs a program to its end and gives its standard output.</summary>
    public static async Task<byte[]> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        using var output = new MemoryStream();
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        string said = await errors;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} failed: {said}");
        return output.ToArray();
    }

    private static string Need(string? path, string name)
    {
        Assert.SkipWhen(path is null, $"{name} is not installed.");
        return path!;
    }
}

using Sensorium.Media;

namespace Sensorium.Tests;

/// <summary>Sounds and videos that ffmpeg makes for a test.</summary>
internal static class Clip
{
    /// <summary>Skips the test where ffmpeg is missing, which would make the clips.</summary>
    public static void Require() => Assert.SkipWhen(new FFmpegLocator().FindFFmpeg() is null || new FFmpegLocator().FindFFprobe() is null, "ffmpeg is not installed.");

    /// <summary>Runs ffmpeg and gives back the file that it writes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="arguments">What comes before it, parted by spaces.</param>
    public static async Task<string> MakeAsync(string path, string arguments)
    {
        Require();
        ProcessResult result = await new ChildProcess().RunAsync(
            new ProcessRequest
            {
                Program = "ffmpeg",
                Path = new FFmpegLocator().RequireFFmpeg(),
                Arguments = ["-nostdin", "-hide_banner", "-loglevel", "error", "-y", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), path],
            },
            TestContext.Current.CancellationToken);
        Assert.SkipUnless(result.ExitCode == 0, $"This ffmpeg cannot make the clip: {result.LastErrorLine}");
        return path;
    }
}

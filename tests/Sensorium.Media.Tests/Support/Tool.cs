using System.Diagnostics;

namespace Sensorium.Media.Tests;

/// <summary>Peers that tests compare with; a test is skipped, with the reason, where one is not installed.</summary>
internal static class Tool
{
    public static string FFmpeg
    {
        get
        {
            string? path = new FFmpegLocator().FindFFmpeg();
            Assert.SkipWhen(path is null, "ffmpeg is not installed.");
            return path!;
        }
    }

    public static string FFprobe
    {
        get
        {
            string? path = new FFmpegLocator().FindFFprobe();
            Assert.SkipWhen(path is null, "ffprobe is not installed.");
            return path!;
        }
    }

    public static string Convert
    {
        get
        {
            string? path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
                .Select(folder => Path.Combine(folder, "convert"))
                .FirstOrDefault(File.Exists);
            Assert.SkipWhen(path is null || OperatingSystem.IsWindows(), "ImageMagick's convert is not installed.");
            return path!;
        }
    }

    public static void NeedTurboJpeg() => Assert.SkipUnless(JpegCodec.IsAvailable, "libjpeg-turbo is not installed.");

    /// <summary>Runs a peer to its end and gives its standard output.</summary>
    public static async Task<byte[]> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

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

    /// <summary>A picture file as ffmpeg decodes it, 8-bit R G B, orientation left alone.</summary>
    public static Task<byte[]> DecodeRgbAsync(string path) => RunAsync(
        FFmpeg, "-v", "error", "-noautorotate", "-i", path, "-frames:v", "1", "-sws_flags", "accurate_rnd+full_chroma_int+full_chroma_inp", "-pix_fmt", "rgb24", "-f", "rawvideo", "-");
}

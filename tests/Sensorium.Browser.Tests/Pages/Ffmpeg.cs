using System.Diagnostics;

namespace Sensorium.Browser.Tests;

/// <summary>The real encoder, for the fixtures.</summary>
internal static class Ffmpeg
{
    /// <summary>Sends bytes through ffmpeg.</summary>
    public static async Task<byte[]> ConvertAsync(byte[] input, params string[] arguments)
    {
        ProcessStartInfo start = new("ffmpeg")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] all = ["-hide_banner", "-loglevel", "error", .. arguments];
        foreach (string argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException("ffmpeg did not start.");
        using MemoryStream output = new();
        Task reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.ToArray() : throw new InvalidOperationException($"ffmpeg failed: {await errors}");
    }
}

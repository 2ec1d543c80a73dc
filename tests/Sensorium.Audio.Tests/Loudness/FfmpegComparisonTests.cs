using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Sensorium.Audio.Tests.Loudness;

/// <summary>The meters beside an independent implementation: ffmpeg's ebur128 filter.</summary>
public sealed partial class FfmpegComparisonTests
{
    [Theory]
    [InlineData(44100, 1UL)]
    [InlineData(48000, 2UL)]
    [InlineData(22050, 3UL)]
    public async Task Meters_MusicLikeSound_AgreeWithFfmpeg(int rate, ulong seed)
    {
        SoundBuffer sound = Sounds.Plucks(rate, 8, seed);
        (double lufs, double peak) = await MeasureAsync(sound);
        Assert.Equal(lufs, LoudnessMeter.Measure(sound).Integrated, 0.11);
        Assert.Equal(peak, TruePeakMeter.Measure(sound), 0.15);
    }

    [Fact]
    public async Task Normalize_MusicLikeSound_IsAtTheTargetForFfmpegToo()
    {
        SoundBuffer sound = Sounds.Plucks(44100, 8, 4);
        LoudnessReport report = LoudnessNormalizer.Normalize(sound, -12, -1, TestContext.Current.CancellationToken);
        Assert.True(report.ReductionDb < 0);
        (double lufs, double peak) = await MeasureAsync(sound);
        Assert.Equal(-12, lufs, 0.2);
        Assert.InRange(peak, -3, -0.9);
    }

    [GeneratedRegex(@"I:\s+(-?[\d.]+) LUFS")]
    private static partial Regex IntegratedPattern();

    [GeneratedRegex(@"Peak:\s+(-?[\d.]+) dBFS")]
    private static partial Regex PeakPattern();

    private static async Task<(double Lufs, double Peak)> MeasureAsync(SoundBuffer sound)
    {
        var interleaved = new byte[sound.Length * 8];
        for (int n = 0; n < sound.Length; n++)
        {
            BitConverter.TryWriteBytes(interleaved.AsSpan(8 * n), sound.Channel(0)[n]);
            BitConverter.TryWriteBytes(interleaved.AsSpan((8 * n) + 4), sound.Channel(1)[n]);
        }

        var start = new ProcessStartInfo("ffmpeg", ["-hide_banner", "-nostats", "-f", "f32le", "-ar", $"{sound.SampleRate}", "-ac", "2", "-i", "pipe:0", "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        using Process? process = TryStart(start);
        Assert.SkipWhen(process is null, "ffmpeg is not installed.");
        Task<string> log = process!.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(interleaved, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        string text = await log;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        string summary = text[text.LastIndexOf("Summary", StringComparison.Ordinal)..];
        return (Number(IntegratedPattern().Match(summary)), Number(PeakPattern().Match(summary)));
    }

    private static double Number(Match match)
    {
        Assert.True(match.Success);
        return double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

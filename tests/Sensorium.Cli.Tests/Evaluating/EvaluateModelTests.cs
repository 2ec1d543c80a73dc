using System.Text.Json;
using Sensorium.Inference;
using Sensorium.Media;

namespace Sensorium.Cli.Tests;

/// <summary><c>evaluate face</c> and <c>evaluate detect</c> as a person calls them.</summary>
public sealed class EvaluateModelTests
{
    /// <summary>Two emotions with two flat grey tiles each, and one file that is no picture.</summary>
    private static TemporaryFolder Faces()
    {
        TemporaryFolder folder = new();
        foreach (string emotion in (string[])["기쁨", "fear"])
        {
            Directory.CreateDirectory(folder[emotion]);
            for (int i = 0; i < 2; i++)
            {
                Picture tile = new(48, 48);
                tile.Pixels.Fill((byte)(60 + (90 * i)));
                using FileStream stream = File.Create(folder[$"{emotion}/{i}.png"]);
                PngFile.Write(stream, tile);
            }
        }

        File.WriteAllText(folder["fear/broken.png"], "no picture");
        return folder;
    }

    private static void NeedRuntime() => Assert.SkipWhen(OnnxRuntimeLibrary.FindVersion() is null, "ONNX Runtime is not installed.");

    [Fact]
    public async Task Face_FolderForEachEmotion_WritesAllReports()
    {
        NeedRuntime();
        using TemporaryFolder data = Faces();
        using TemporaryFolder home = new();
        ProgramResult result = await ProgramRun.RunAsync(
            ["evaluate", "face", data.FullPath, "--no-timing", "--crop", "tile", "--out", home["r.html"], "--out", home["r.md"], "--out", home["r.json"], "--json"],
            home.FullPath,
            ("SENSORIUM_HOME", home.FullPath));

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal(4, json.RootElement.GetProperty("items").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("leftOut").GetInt32());
        Assert.Equal(result.Output.TrimEnd(), File.ReadAllText(home["r.json"]).TrimEnd());
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(home["r.html"]), StringComparison.Ordinal);
        Assert.Contains("fear/broken.png", File.ReadAllText(home["r.md"]), StringComparison.Ordinal);
        Assert.DoesNotContain("r.html", File.ReadAllText(home["r.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Face_Plain_SaysSentences()
    {
        NeedRuntime();
        using TemporaryFolder data = Faces();
        ProgramResult result = await ProgramRun.RunAsync(["evaluate", "face", data.FullPath, "--no-timing", "--plain", "--lang", "ko", "--crop", "tile"], null, ("SENSORIUM_HOME", data.FullPath));

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain(result.Output, letter => letter is >= '\u2500' and <= '\u259f');
        Assert.Contains("정확도", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("face", "en", "sheets, folders, table")]
    [InlineData("face", "ko", "구성을 알 수 없습니다")]
    [InlineData("detect", "en", "dlib, oasis, photos, ferplus")]
    [InlineData("detect", "ko", "구성을 알 수 없습니다")]
    public async Task Evaluate_DataOfNoKnownLayout_IsBadInput(string measurement, string language, string expected)
    {
        using TemporaryFolder data = new();
        ProgramResult result = await ProgramRun.RunAsync(["evaluate", measurement, data.FullPath, "--lang", language]);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Face_ManyFaults_AreToldTogether()
    {
        ProgramResult result = await ProgramRun.RunAsync(["evaluate", "face", ".", "--layout", "pile", "--crop", "tile,round", "--out", "report.pdf", "--seed", "x"]);

        Assert.Equal(2, result.ExitCode);
        Assert.All(["pile", "round", "report.pdf", "--seed"], word => Assert.Contains(word, result.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Detect_ManyFaults_AreToldTogether()
    {
        ProgramResult result = await ProgramRun.RunAsync(["evaluate", "detect", "--dlib", "/no/such/folder", "--yunet", "/no/such/file", "--composites", "0"]);

        Assert.Equal(2, result.ExitCode);
        Assert.All(["--dlib", "--yunet", "--composites"], word => Assert.Contains(word, result.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Detect_NoData_SaysWhatToGive()
    {
        ProgramResult result = await ProgramRun.RunAsync(["evaluate", "detect"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--ferplus", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("face")]
    [InlineData("detect")]
    public async Task Help_InBothLanguages_HasItsOwnExamples(string measurement)
    {
        ProgramResult english = await ProgramRun.RunAsync(["evaluate", measurement, "--help"]);
        ProgramResult korean = await ProgramRun.RunAsync(["evaluate", measurement, "--help", "--lang", "ko"]);

        Assert.Equal((0, 0), (english.ExitCode, korean.ExitCode));
        Assert.Contains($"sensorium evaluate {measurement}", english.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(english.Output, letter => letter is >= '가' and <= '힣');
    }
}

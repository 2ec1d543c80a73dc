using System.Text.Json;
using Sensorium.Media;

namespace Sensorium.Cli.Tests;

/// <summary><c>evaluate tags</c> as a person calls it.</summary>
public sealed class EvaluateTagsTests
{
    [Fact]
    public async Task Tags_OwnTable_WritesAllReports()
    {
        using TemporaryFolder data = new();
        WriteTone(data["tracks/노래.wav"]);
        File.WriteAllText(data["mine.csv"], "file,instruments,vocal,manner\n노래,organ,instrumental,soft\ngone,piano,vocal,sad\n");

        ProgramResult result = await ProgramRun.RunAsync(
            ["evaluate", "tags", data.FullPath, "--expected", data["mine.csv"], "--no-timing", "--out", data["r.html"], "--out", data["r.md"], "--out", data["r.json"], "--json"],
            data.FullPath,
            ("SENSORIUM_HOME", data.FullPath));

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Empty(JsonSchema.Read("evaluate-tags").Faults(result.Output));
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal((1, 1), (json.RootElement.GetProperty("tracks").GetInt32(), json.RootElement.GetProperty("leftOut").GetInt32()));
        Assert.Equal(2, json.RootElement.GetProperty("sources").GetProperty("expected").GetInt32());
        Assert.Equal(result.Output.TrimEnd(), File.ReadAllText(data["r.json"]).TrimEnd());
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(data["r.html"]), StringComparison.Ordinal);
        Assert.Contains("gone", File.ReadAllText(data["r.md"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "tracks/")]
    [InlineData("ko", "곡이 하나도 없습니다")]
    public async Task Tags_FolderWithoutTracks_SaysWhatIsWanted(string language, string expected)
    {
        using TemporaryFolder data = new();
        ProgramResult result = await ProgramRun.RunAsync(["evaluate", "tags", data.FullPath, "--lang", language], null, ("SENSORIUM_HOME", data.FullPath));

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_FaultyTable_NamesItsLine()
    {
        using TemporaryFolder data = new();
        File.WriteAllText(data["mine.csv"], "file,instruments,vocal,manner\na,kazoo,vocal,sad\n");
        ProgramResult result = await ProgramRun.RunAsync(["evaluate", "tags", data.FullPath, "--expected", data["mine.csv"]], null, ("SENSORIUM_HOME", data.FullPath));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("line 2", result.Error, StringComparison.Ordinal);
        Assert.Contains("kazoo", result.Error, StringComparison.Ordinal);
    }

    private static void WriteTone(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SoundBuffer sound = new(22_050, 1, 5 * 22_050);
        for (int i = 0; i < sound.Length; i++)
        {
            sound.Channel(0)[i] = (float)(0.3 * Math.Sin(i * 0.1));
        }

        using FileStream file = File.Create(path);
        WavFile.Write(file, sound);
    }
}

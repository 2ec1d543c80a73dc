using System.Text.Json;

namespace Sensorium.Cli.Tests;

/// <summary><c>evaluate text</c> as a person calls it.</summary>
public sealed class EvaluateTextTests
{
    [Fact]
    public async Task Text_KoreanComments_WritesAllReports()
    {
        using TemporaryFolder data = new();
        File.WriteAllText(data["kote-val.tsv"], "1\t너무 행복해요 감사합니다\t4,40\n2\t너무 짜증나고 화가 나요\t6,22\n");

        ProgramResult result = await ProgramRun.RunAsync(
            ["evaluate", "text", data.FullPath, "--no-timing", "--out", data["r.html"], "--out", data["r.md"], "--out", data["r.json"], "--json"], data.FullPath, ("SENSORIUM_HOME", data.FullPath));

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal("sensorium-evaluate-text-1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("kote").GetProperty("items").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("emobank").ValueKind);
        Assert.Equal(result.Output.TrimEnd(), File.ReadAllText(data["r.json"]).TrimEnd());
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(data["r.html"]), StringComparison.Ordinal);
        Assert.Contains("memory, not skill", File.ReadAllText(data["r.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_FolderWithoutTexts_SaysWhatIsWanted()
    {
        using TemporaryFolder data = new();

        ProgramResult result = await ProgramRun.RunAsync(["evaluate", "text", data.FullPath, "--lang", "ko"], null, ("SENSORIUM_HOME", data.FullPath));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("emobank.csv", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_ModelOfAnotherTask_IsRefused()
    {
        using TemporaryFolder data = new();

        ProgramResult result = await ProgramRun.RunAsync(["evaluate", "text", data.FullPath, "--model", "scene"], null, ("SENSORIUM_HOME", data.FullPath));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("text-affect", result.Error, StringComparison.Ordinal);
    }
}

using System.Text.Json;

namespace Sensorium.Cli.Tests;

/// <summary><c>history</c> as a person calls it.</summary>
public sealed class HistoryTests
{
    private const string Line = "{\"time\":\"2031-05-06T07:08:09+00:00\",\"source\":\"text\",\"valence\":0.46,\"arousal\":-0.12,\"core\":\"joy\"}\n";

    [Fact]
    public async Task History_NeverTurnedOn_IsOffAndStoresNothing()
    {
        using TemporaryFolder home = new();

        ProgramResult result = await Run(home["data"], "history");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains("The history is off, with 0 entries.", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(home["data"]));
    }

    [Fact]
    public async Task History_OnShowExportEraseOff_DoEach()
    {
        using TemporaryFolder home = new();
        Assert.Contains("기록이 켜져 있습니다", (await Run(home.FullPath, "history", "on", "--lang", "ko")).Output, StringComparison.Ordinal);
        File.WriteAllText(home["history/moods.jsonl"], Line + Line);

        ProgramResult shown = await Run(home.FullPath, "history", "show", "--plain");
        ProgramResult exported = await Run(home.FullPath, "history", "export", home["moods.csv"]);
        ProgramResult json = await Run(home.FullPath, "history", "--json");
        ProgramResult erased = await Run(home.FullPath, "history", "erase", "--json");
        ProgramResult off = await Run(home.FullPath, "history", "off");

        Assert.Contains("2031-05-06 07:08, text: joy, valence and arousal +0.46 -0.12.", shown.Output, StringComparison.Ordinal);
        Assert.Equal(0, exported.ExitCode);
        Assert.Equal(3, File.ReadAllLines(home["moods.csv"]).Length);
        using JsonDocument all = JsonDocument.Parse(json.Output);
        Assert.Equal(2, all.RootElement.GetProperty("entries").GetArrayLength());
        using JsonDocument gone = JsonDocument.Parse(erased.Output);
        Assert.Equal(2, gone.RootElement.GetProperty("erased").GetInt32());
        Assert.Equal(0, gone.RootElement.GetProperty("count").GetInt32());
        Assert.Contains("The history is off", off.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("moods.txt")]
    [InlineData(null)]
    public async Task Export_UnknownEnding_SaysWhatIsTaken(string? file)
    {
        using TemporaryFolder home = new();

        ProgramResult result = await Run(home.FullPath, file is null ? ["history", "export"] : ["history", "export", home[file]]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(".csv or .json", result.Error, StringComparison.Ordinal);
    }

    private static Task<ProgramResult> Run(string home, params string[] args) => ProgramRun.RunAsync(args, null, ("SENSORIUM_HOME", home));
}

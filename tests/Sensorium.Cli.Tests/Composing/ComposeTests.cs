using System.Text.Json;

namespace Sensorium.Cli.Tests;

/// <summary><c>compose</c> as a person calls it.</summary>
public sealed class ComposeTests
{
    private static readonly JsonSchema Schema = JsonSchema.Read("composition");

    [Fact]
    public async Task Compose_FromAPlace_WritesTwoCandidatesAndSaysWhatTheyAre()
    {
        using TemporaryFolder folder = new();
        ProgramResult result = await ProgramRun.RunAsync(
            ["compose", "--from", "-0.6,0.4", "--goal", "calm", "--seconds", "20", "--formats", "mid,musicxml,json", "--out", "music", "--json"], folder.FullPath);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Empty(Schema.Faults(result.Output));
        Assert.Empty(Schema.Faults(File.ReadAllText(folder["music/composition.json"])));
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement[] candidates = [.. json.RootElement.GetProperty("candidates").EnumerateArray()];
        Assert.Equal(2, candidates.Length);
        Assert.True(candidates[0].GetProperty("distance").GetDouble() <= candidates[1].GetProperty("distance").GetDouble());
        Assert.Equal(
            ["composition-2.mid", "composition-2.musicxml", "composition.json", "composition.mid", "composition.musicxml"],
            Directory.GetFiles(folder["music"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en", "It is low")]
    [InlineData("ko", "가라앉아")]
    public async Task Compose_FromSadWords_SuggestsMusicAndTakesTheFirst(string language, string reason)
    {
        using TemporaryFolder folder = new();
        ProgramResult result = await ProgramRun.RunAsync(
            ["compose", "--text", "I am so sad and lonely and empty", "--seconds", "12", "--formats", "none", "--plain", "--lang", language], folder.FullPath);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains(reason, result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.TrimEnd('\n').Split('\n'), line => Assert.True(line.EndsWith('.') || line.EndsWith(')'), line));
        Assert.Empty(Directory.GetFileSystemEntries(folder.FullPath));
    }

    [Fact]
    public async Task Compose_FlagsThatAreUnfit_AreAllTold()
    {
        ProgramResult result = await ProgramRun.RunAsync(
            ["compose", "--from", "2,0", "--goal", "up", "--style", "jazz", "--seconds", "5", "--formats", "xml", "--candidates", "0", "--arc", "loop", "--warmth", "warm"]);
        Assert.Equal(2, result.ExitCode);
        Assert.All(["--from", "--goal", "--style", "--seconds", "--formats", "--candidates", "--arc", "--warmth"], option => Assert.Contains($"{option} takes", result.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("compose")]
    [InlineData("compose --from 0,0 --path 0:0,0")]
    [InlineData("compose --from 0,0 --seconds 20 --minutes 2")]
    [InlineData("compose --path 5:0,0;2:0,0")]
    [InlineData("compose --path 500:0,0 --seconds 20")]
    public async Task Compose_StartsOrLengthsThatContradict_AreRefused(string line)
    {
        ProgramResult result = await ProgramRun.RunAsync(line.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("sensorium: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_Asked_KeepsTheMoodBesideThePiece()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell that answers is not there on Windows.");
        using TemporaryFolder folder = new();
        using ProgramRun run = ProgramRun.StartProgram(
            "sh", ["-c", $"printf '2\\nten\\n7\\n6\\n3\\n' | dotnet '{ProgramRun.CommandLine}' compose --from -0.5,0.5 --seconds 10 --formats mid --ask --quiet"], folder.FullPath);
        ProgramResult result = await run.EndAsync();
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\"ten\" came", result.Error, StringComparison.Ordinal);
        using JsonDocument mood = JsonDocument.Parse(File.ReadAllText(folder["composition.mood.json"]));
        Assert.Equal((-0.75, 0.5), PlaceOf(mood, "before"));
        Assert.Equal((0.25, -0.5), PlaceOf(mood, "after"));
    }

    [Fact]
    public async Task EvaluateCompose_FewPieces_WritesAllReports()
    {
        using TemporaryFolder folder = new();
        ProgramResult result = await ProgramRun.RunAsync(["evaluate", "compose", "--pieces", "9", "--json", "--out", folder["r.md"], "--out", folder["r.json"]], folder.FullPath);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Empty(JsonSchema.Read("evaluate-compose").Faults(result.Output));
        Assert.Equal(result.Output.TrimEnd(), File.ReadAllText(folder["r.json"]).TrimEnd());
        Assert.Contains("score-judge@1", File.ReadAllText(folder["r.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EvaluateCompose_AFolderWithoutMidi_IsRefused()
    {
        using TemporaryFolder folder = new();
        ProgramResult result = await ProgramRun.RunAsync(["evaluate", "compose", folder.FullPath, "--pieces", "1"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("MIDI", result.Error, StringComparison.Ordinal);
        Assert.Contains("--pieces takes", result.Error, StringComparison.Ordinal);
    }

    private static (double Valence, double Arousal) PlaceOf(JsonDocument mood, string when)
    {
        JsonElement place = mood.RootElement.GetProperty(when);
        return (place.GetProperty("valence").GetDouble(), place.GetProperty("arousal").GetDouble());
    }
}

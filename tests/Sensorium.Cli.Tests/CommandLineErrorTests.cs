using System.Text.Json;

namespace Sensorium.Cli.Tests;

public sealed class CommandLineErrorTests
{
    [Fact]
    public async Task Hear_ManyUnfitOptions_NamesEveryOne()
    {
        ProgramResult result = await ProgramRun.RunAsync(
        [
            "hear", "nothing.png", "--k", "99", "--pitch", "5", "--formats", "html,gif", "--space", "rgb", "--seed", "-1", "--label", "boat",
            "--mapping", "no-such.json", "--soundfont", "no-such.sf2", "--lang", "fr", "--colour",
        ]);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        string[] lines = result.Error.TrimEnd('\n').Split('\n');
        Assert.All(
            ["--k ", "--pitch ", "--formats ", "--space ", "--seed ", "--label ", "--mapping ", "--soundfont ", "--lang ", "option --colour"],
            word => Assert.Single(lines, line => line.Contains(word, StringComparison.Ordinal)));
        Assert.Equal(10, lines.Length);
    }

    [Theory]
    [InlineData("hear")]
    [InlineData("evaluate")]
    [InlineData("completion")]
    [InlineData("completion", "tcsh")]
    [InlineData("doctor", "spare")]
    [InlineData("nonsense")]
    [InlineData("hear", "a.png", "--out")]
    [InlineData("hear", "a.png", "--seed", "1", "--seed", "2")]
    [InlineData("hear", "a.png", "b.png", "--label", "1=boat")]
    public async Task Run_UnfitCommandLine_ExitsWithTwoAndSaysWhy(params string[] args)
    {
        ProgramResult result = await ProgramRun.RunAsync(args);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("sensorium: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docter", "doctor")]
    [InlineData("haer", "hear")]
    [InlineData("wher", "where")]
    public async Task Run_MistypedVerb_SuggestsTheNearest(string typed, string meant)
    {
        ProgramResult result = await ProgramRun.RunAsync([typed]);

        Assert.Contains($"Did you mean {meant}?", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("see")]
    public async Task Run_AnnouncedVerb_SaysOnceThatItIsNotThereYet(string verb)
    {
        ProgramResult result = await ProgramRun.RunAsync([verb, "x", "--out", "y"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal($"sensorium: The command \"{verb}\" is not there yet. sensorium --help shows what there is.\n", result.Error);
    }

    [Theory]
    [InlineData("", "path of the file is empty", "비어 있습니다")]
    [InlineData("http://example.org/a.png", "addresses are not read", "주소는 읽지 않습니다")]
    [InlineData("-dash.png", "write ./-dash.png", "./-dash.png")]
    public async Task Hear_NoFileName_SaysWhatToGiveInBothLanguages(string picture, string english, string korean)
    {
        ProgramResult told = await ProgramRun.RunAsync(["hear", picture]);
        ProgramResult toldInKorean = await ProgramRun.RunAsync(["hear", picture, "--lang", "ko"]);

        Assert.Equal(2, told.ExitCode);
        Assert.Contains(english, told.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", told.Error, StringComparison.Ordinal);
        Assert.Contains(korean, toldInKorean.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MistypedOption_SuggestsTheNearest()
    {
        ProgramResult result = await ProgramRun.RunAsync(["hear", "a.png", "--fromats", "html"]);

        Assert.Contains("Did you mean --formats?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UnfitWithJson_WritesAnErrorObjectOnly()
    {
        ProgramResult result = await ProgramRun.RunAsync(["hear", "--k", "1", "--json"]);

        Assert.Equal(2, result.ExitCode);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement error = json.RootElement.GetProperty("error");
        Assert.Equal("command-line", error.GetProperty("kind").GetString());
        Assert.Equal(2, error.GetProperty("messages").GetArrayLength());
        Assert.Contains("--k", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ResponseFileSyntax_IsAFileName()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder["args"], "--help", TestContext.Current.CancellationToken);

        ProgramResult result = await ProgramRun.RunAsync(["hear", "@args", "--k", "1"], folder.FullPath);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--k takes", result.Error, StringComparison.Ordinal);
    }
}

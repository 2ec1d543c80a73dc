namespace Sensorium.Cli.Tests;

public sealed class HelpTests
{
    public static TheoryData<string> Verbs => ["feel", "match", "hear", "library", "models", "doctor", "where", "evaluate", "dataset", "completion", "version"];

    [Fact]
    public async Task Help_Root_ListsEveryVerb()
    {
        ProgramResult result = await ProgramRun.RunAsync(["--help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.All(Verbs, verb => Assert.Contains($"\n  {verb.Data} ", result.Output, StringComparison.Ordinal));
        Assert.Contains("130 cancelled", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoArguments_Always_ShowsHelp()
    {
        ProgramResult bare = await ProgramRun.RunAsync([]);
        ProgramResult help = await ProgramRun.RunAsync(["--help"]);

        Assert.Equal(help, bare);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_OfAVerb_HasExamplesInBothLanguages(string verb)
    {
        ProgramResult english = await ProgramRun.RunAsync([verb, "--help"]);
        ProgramResult korean = await ProgramRun.RunAsync([verb, "--help", "--lang", "ko"]);

        Assert.Equal(0, english.ExitCode);
        Assert.Equal(0, korean.ExitCode);
        Assert.Contains($"Examples:\n  ", english.Output, StringComparison.Ordinal);
        Assert.Contains("예:\n  ", korean.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(english.Output, letter => letter is >= '가' and <= '힣');
        Assert.Contains(korean.Output, letter => letter is >= '가' and <= '힣');
        Assert.Contains("sensorium " + verb, english.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_InKorean_AlignsMeaningsByTheirWidth()
    {
        ProgramResult result = await ProgramRun.RunAsync(["--help", "--lang", "ko"]);

        int[] starts = [.. result.Output.Split('\n').Where(line => line.StartsWith("  --", StringComparison.Ordinal) || line.StartsWith("  -q", StringComparison.Ordinal) || line.StartsWith("  -h", StringComparison.Ordinal))
            .Where(line => !line.Contains("--version", StringComparison.Ordinal))
            .Select(line => TextWidth.Of(line[..line.TrimEnd().LastIndexOf("  ", StringComparison.Ordinal)]))];
        Assert.Equal(5, starts.Length);
        Assert.Single(starts.Distinct());
    }

    [Theory]
    [InlineData("en", "-h")]
    [InlineData("ko", "-?")]
    public async Task Help_Plain_HasNoIndentation(string language, string flag)
    {
        ProgramResult result = await ProgramRun.RunAsync(["hear", flag, "--plain", "--lang", language]);

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain(result.Output.Split('\n'), line => line.StartsWith(' '));
    }

    [Fact]
    public async Task Version_EveryWay_SaysTheSame()
    {
        ProgramResult verb = await ProgramRun.RunAsync(["version"]);
        ProgramResult option = await ProgramRun.RunAsync(["--version"]);

        Assert.Matches(@"^sensorium \d+\.\d+\.\d+\n$", verb.Output);
        Assert.Equal(verb, option);
    }
}

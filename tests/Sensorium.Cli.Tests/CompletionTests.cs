namespace Sensorium.Cli.Tests;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Completion_EveryShell_KnowsVerbsOptionsAndValues(string shell)
    {
        ProgramResult result = await ProgramRun.RunAsync(["completion", shell]);

        Assert.Equal(0, result.ExitCode);
        Assert.All(["hear", "doctor", "where", "evaluate", "completion", "version", "formats", "soundfont", "perceptual", "oklab"], word => Assert.Contains(word, result.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task Completion_InBothLanguages_Parses(string shell)
    {
        Assert.SkipUnless(IsInstalled(shell), $"{shell} is not installed.");
        foreach (string language in (string[])["en", "ko"])
        {
            using TemporaryFolder folder = new();
            ProgramResult script = await ProgramRun.RunAsync(["completion", shell, "--lang", language]);
            await File.WriteAllTextAsync(folder["script"], script.Output, TestContext.Current.CancellationToken);

            using ProgramRun run = ProgramRun.StartProgram(shell, ["-n", folder["script"]]);
            ProgramResult result = await run.EndAsync();

            Assert.Equal(new ProgramResult(0, string.Empty, string.Empty), result);
        }
    }

    [Theory]
    [InlineData("sensorium he", 1, "hear")]
    [InlineData("sensorium hear --for", 2, "--formats")]
    [InlineData("sensorium hear --space ", 3, "hsv lab oklab")]
    [InlineData("sensorium completion f", 2, "fish")]
    [InlineData("sensorium --lang ", 2, "en ko")]
    public async Task BashCompletion_Typed_OffersWhatFits(string line, int index, string expected)
    {
        Assert.SkipUnless(IsInstalled("bash"), "bash is not installed.");
        using TemporaryFolder folder = new();
        ProgramResult script = await ProgramRun.RunAsync(["completion", "bash"]);
        string words = string.Join(' ', line.Split(' ').Select(word => $"'{word}'"));
        await File.WriteAllTextAsync(folder["script"], $"{script.Output}\nCOMP_WORDS=({words}); COMP_CWORD={index}; _sensorium; echo \"${{COMPREPLY[*]}}\"\n", TestContext.Current.CancellationToken);

        using ProgramRun run = ProgramRun.StartProgram("bash", [folder["script"]]);
        ProgramResult result = await run.EndAsync();

        Assert.Equal(new ProgramResult(0, expected + "\n", string.Empty), result);
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}

namespace Sensorium.Cli.Tests;

public sealed class PlainOutputTests
{
    private const char Escape = '\u001b';

    [Theory]
    [InlineData("doctor")]
    [InlineData("doctor", "--plain")]
    [InlineData("--help")]
    public async Task Output_ToAPipe_HasNoEscapeSequences(params string[] args)
    {
        ProgramResult result = await ProgramRun.RunAsync(args);

        Assert.NotEmpty(result.Output);
        Assert.DoesNotContain(Escape, result.Output);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public async Task Doctor_Plain_IsOneSentenceALine(string language)
    {
        ProgramResult result = await ProgramRun.RunAsync(["doctor", "--plain", "--lang", language]);

        Assert.All(result.Output.TrimEnd('\n').Split('\n'), line => Assert.EndsWith(".", line, StringComparison.Ordinal));
        Assert.DoesNotContain(result.Output, letter => letter is (>= '\u2500' and <= '\u25ff') or '✓' or '✗');
    }

    [Theory]
    [InlineData(null, false, true)]
    [InlineData("1", false, false)]
    [InlineData(null, true, false)]
    public async Task Doctor_OnATerminal_ColoursUnlessAskedNotTo(string? noColour, bool plain, bool coloured)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script") && OperatingSystem.IsLinux(), "A terminal is simulated with util-linux's script, which is not here.");
        string command = $"dotnet '{ProgramRun.CommandLine}' doctor{(plain ? " --plain" : string.Empty)}";

        using ProgramRun run = ProgramRun.StartProgram("script", ["-qec", command, "/dev/null"], null, ("NO_COLOR", noColour), ("TERM", "xterm-256color"));
        ProgramResult result = await run.EndAsync();

        Assert.Contains("ffmpeg", result.Output, StringComparison.Ordinal);
        Assert.Equal(coloured, result.Output.Contains($"{Escape}[38;5;", StringComparison.Ordinal) || result.Output.Contains($"{Escape}[32m", StringComparison.Ordinal));
    }
}

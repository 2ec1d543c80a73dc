using System.Text.Json;

namespace Sensorium.Cli.Tests;

public sealed class FeelTests
{
    private static readonly JsonSchema Schema = JsonSchema.Read("percept");

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public async Task Feel_Json_FitsTheSchemaInTheLanguageChosen(string language)
    {
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["feel", picture, "--as", "scene", "--json", "--lang", language]);

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.Empty(Schema.Faults(result.Output));
        Assert.Equal(language == "ko", result.Output.Any(letter => letter is >= '가' and <= '힣'));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public async Task Feel_Plain_IsOneSentenceALine(string language)
    {
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["feel", picture, "--as", "scene", "--plain", "--lang", language]);

        Assert.Equal(0, result.ExitCode);
        Assert.All(result.Output.TrimEnd('\n').Split('\n'), line => Assert.EndsWith(".", line, StringComparison.Ordinal));
        Assert.DoesNotContain(result.Output, letter => letter is (>= '\u2500' and <= '\u25ff') or '\u001b');
        Assert.Equal(language == "ko", result.Output.Any(letter => letter is >= '가' and <= '힣'));
    }

    [Fact]
    public async Task Feel_AFolder_TakesItsPicturesInOrderAndPassesOverTheRest()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["in/inner"]);
        TestPictures.WriteBoat(folder["in/b.png"]);
        TestPictures.WriteBoat(folder["in/a.PNG"]);
        TestPictures.WriteBoat(folder["in/inner/c.png"]);
        await File.WriteAllTextAsync(folder["in/notes.txt"], "notes", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["in/.hidden.png"], "hidden", TestContext.Current.CancellationToken);

        ProgramResult flat = await ProgramRun.RunAsync(["feel", "in", "--as", "scene", "--json"], folder.FullPath);
        ProgramResult deep = await ProgramRun.RunAsync(["feel", "in", "-r", "--as", "scene", "--json", "--out", "all.jsonl"], folder.FullPath);

        Assert.Equal(0, flat.ExitCode);
        Assert.Equal(["in/a.PNG", "in/b.png"], Inputs(flat.Output));
        Assert.Equal(["in/a.PNG", "in/b.png", "in/inner/c.png"], Inputs(deep.Output));
        Assert.Equal(deep.Output, await File.ReadAllTextAsync(folder["all.jsonl"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Feel_StandardInput_IsAPicture()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell that sends the picture is not there on Windows.");
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);

        using ProgramRun run = ProgramRun.StartProgram("sh", ["-c", $"cat '{picture}' | dotnet '{ProgramRun.CommandLine}' feel - --as scene --json"]);
        ProgramResult result = await run.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["-"], Inputs(result.Output));
        Assert.Equal(Inner(result.Output), Inner((await ProgramRun.RunAsync(["feel", picture, "--as", "scene", "--json"])).Output));
    }

    [Fact]
    public async Task Feel_InAHomeOfItsOwn_LeavesNothingThere()
    {
        using TemporaryFolder home = new();
        using TemporaryFolder folder = new();
        ProgramResult result = await ProgramRun.RunAsync(["feel", TestPictures.WriteBoat(folder["boat.png"]), "--json"], folder.FullPath, ("HOME", home.FullPath), ("XDG_CACHE_HOME", null), ("XDG_DATA_HOME", null));
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(home.FullPath));
    }

    [Fact]
    public async Task Feel_Quiet_SaysNothingAndWritesTheFile()
    {
        using TemporaryFolder folder = new();
        TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["feel", "boat.png", "--as", "scene", "-q", "-o", "boat.jsonl"], folder.FullPath);

        Assert.Equal(new ProgramResult(0, string.Empty, string.Empty), result);
        Assert.Empty(Schema.Faults(await File.ReadAllTextAsync(folder["boat.jsonl"], TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("1", false)]
    public async Task Feel_OnATerminal_ColoursUnlessAskedNotTo(string? noColour, bool coloured)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script") && OperatingSystem.IsLinux(), "A terminal is simulated with util-linux's script, which is not here.");
        using TemporaryFolder folder = new();
        string command = $"dotnet '{ProgramRun.CommandLine}' feel '{TestPictures.WriteBoat(folder["boat.png"])}' --as scene";

        using ProgramRun run = ProgramRun.StartProgram("script", ["-qec", command, "/dev/null"], null, ("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("NO_COLOR", noColour));
        ProgramResult result = await run.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains('●', result.Output);
        Assert.Equal(coloured, result.Output.Contains("\u001b[38;2;", StringComparison.Ordinal) || result.Output.Contains("\u001b[1;38;2;", StringComparison.Ordinal));
    }

    private static string[] Inputs(string output) =>
        [.. output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("input").GetString()!)];

    private static string Inner(string json) => json[json.IndexOf("\"kind\"", StringComparison.Ordinal)..];
}

using System.Text.Json;

namespace Sensorium.Cli.Tests;

public sealed class FeelFailureTests
{
    private static readonly JsonSchema Errors = JsonSchema.Read("error");

    [Fact]
    public async Task Feel_OneOfManyBroken_NamesItInItsPlaceAndExitsWithOne()
    {
        using TemporaryFolder folder = new();
        TestPictures.WriteBoat(folder["a.png"]);
        await File.WriteAllTextAsync(folder["b.png"], "no picture", TestContext.Current.CancellationToken);
        TestPictures.WriteBoat(folder["c.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["feel", "*.png", "--as", "scene", "--json", "--out", "all.jsonl"], folder.FullPath);

        Assert.Equal(1, result.ExitCode);
        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(["a.png", "b.png", "c.png"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("input").GetString()));
        Assert.Empty(Errors.Faults(lines[1]));
        Assert.StartsWith("sensorium: b.png: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(result.Output, await File.ReadAllTextAsync(folder["all.jsonl"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Feel_AllBroken_ExitsWithTwo()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder["b.png"], "no picture", TestContext.Current.CancellationToken);

        ProgramResult many = await ProgramRun.RunAsync(["feel", "a.png", "b.png", "--as", "scene"], folder.FullPath);
        ProgramResult one = await ProgramRun.RunAsync(["feel", "b.png", "--as", "scene", "--json"], folder.FullPath);

        Assert.Equal(2, many.ExitCode);
        Assert.Contains("sensorium: a.png: ", many.Error, StringComparison.Ordinal);
        Assert.Equal(2, one.ExitCode);
        Assert.Empty(Errors.Faults(one.Output));
        Assert.Equal("b.png", JsonDocument.Parse(one.Output).RootElement.GetProperty("input").GetString());
    }

    [Theory]
    [InlineData("en", "--as scene")]
    [InlineData("ko", "--as scene")]
    public async Task Feel_WithoutOnnxRuntime_SaysSoOnceAndStillFeelsScenes(string language, string remedy)
    {
        using TemporaryFolder folder = new();
        TestPictures.WriteBoat(folder["a.png"]);
        TestPictures.WriteBoat(folder["b.png"]);
        (string, string?) without = ("SENSORIUM_ONNXRUNTIME", folder["nothing.so"]);

        ProgramResult everything = await ProgramRun.RunAsync(["feel", "a.png", "b.png", "--json", "--lang", language], folder.FullPath, without);
        ProgramResult scene = await ProgramRun.RunAsync(["feel", "a.png", "b.png", "--json", "--as", "scene"], folder.FullPath, without);

        Assert.Equal(2, everything.ExitCode);
        JsonElement error = JsonDocument.Parse(everything.Output).RootElement.GetProperty("error");
        Assert.Equal(("missing-component", "onnxruntime"), (error.GetProperty("kind").GetString(), error.GetProperty("component").GetString()));
        Assert.Contains(remedy, everything.Error, StringComparison.Ordinal);
        Assert.Equal(language == "ko", everything.Error.Any(letter => letter is >= '가' and <= '힣'));
        Assert.Equal(0, scene.ExitCode);
        Assert.Equal(2, scene.Output.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public async Task Feel_SeveralFaults_AreToldAtOnce()
    {
        ProgramResult result = await ProgramRun.RunAsync(["feel", "--as", "smell", "--crop", "round", "--largest", "--all"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(4, result.Error.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("feel needs an input", result.Error, StringComparison.Ordinal);
        Assert.Contains("\"smell\"", result.Error, StringComparison.Ordinal);
        Assert.Contains("\"round\"", result.Error, StringComparison.Ordinal);
        Assert.Contains("--largest and --all", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--largest has no use with --as song", "--as", "song", "--largest")]
    [InlineData("--crop has no use with --as scene", "--as", "scene", "--crop", "aligned")]
    [InlineData("--largest has no use with --as face", "--as", "face", "--largest")]
    [InlineData("There is no model \"nonesuch\"", "--as", "scene", "--model", "nonesuch")]
    public async Task Feel_AnUnfitOption_IsExplained(string sentence, params string[] options)
    {
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["feel", picture, .. options], null, ("SENSORIUM_HOME", folder["home"]));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feel_AFolderWithoutPictures_IsNamed()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["bare"]);

        ProgramResult result = await ProgramRun.RunAsync(["feel", "bare", "--as", "scene"], folder.FullPath);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("There is nothing to feel in the folder 'bare'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feel_Interrupted_ExitsWith130AndLeavesNoHalfFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT that one process can send another.");
        using TemporaryFolder folder = new();
        string[] pictures = [.. Enumerable.Range(0, 300).Select(_ => "boat.png")];
        TestPictures.WriteBoat(folder["boat.png"], 1600, 1200);

        using ProgramRun run = ProgramRun.Start(["feel", .. pictures, "--as", "scene", "--json", "--out", "all.jsonl"], folder.FullPath);
        Assert.NotNull(await run.Output.ReadLineAsync(TestContext.Current.CancellationToken));
        run.SendInterrupt();
        ProgramResult result = await run.EndAsync();

        Assert.Equal(130, result.ExitCode);
        Assert.Contains("\"kind\":\"cancelled\"", result.Output, StringComparison.Ordinal);
        Assert.Equal(["boat.png"], Directory.GetFileSystemEntries(folder.FullPath).Select(path => Path.GetFileName(path)));
    }
}

using System.Text.Json;

namespace Sensorium.Cli.Tests;

public sealed class HearTests
{
    private static readonly string[] AllFiles = ["boat.html", "boat.json", "boat.mid", "boat.mp3", "boat.wav"];

    [Fact]
    public async Task Hear_TurboJpegVariableNamesAnotherLibrary_GoesOnWithoutIt()
    {
        using TemporaryFolder folder = new();
        string other = Directory.GetFiles(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "*System.Native.*").First(file => !file.EndsWith(".a", StringComparison.Ordinal));

        ProgramResult result = await ProgramRun.RunAsync(
            ["hear", TestPictures.WriteBoat(folder["boat.png"]), "--out", folder["out"], "--formats", "html"], null, ("SENSORIUM_TURBOJPEG", other));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("data:image/png", await File.ReadAllTextAsync(folder["out/boat.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hear_APicture_WritesTheDefaultFilesAndSaysSo()
    {
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["hear", picture, "--out", folder["out"]]);

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.Equal(AllFiles, Names(folder["out"]));
        Assert.All(AllFiles, name => Assert.Contains(name, result.Output, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public async Task Hear_Plain_IsOneSentenceALine(string language)
    {
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["hear", picture, "--out", folder["out"], "--formats", "json,mid", "--plain", "--lang", language]);

        Assert.Equal(0, result.ExitCode);
        Assert.All(result.Output.TrimEnd('\n').Split('\n'), line => Assert.EndsWith(".", line, StringComparison.Ordinal));
        Assert.DoesNotContain(result.Output, letter => letter is >= '\u2500' and <= '\u25ff');
        Assert.Equal(language == "ko", result.Output.Any(letter => letter is >= '가' and <= '힣'));
    }

    [Fact]
    public async Task Hear_Quiet_SaysNothing()
    {
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["hear", picture, "-o", folder["out"], "--formats", "mid", "-q"]);

        Assert.Equal(new ProgramResult(0, string.Empty, string.Empty), result);
        Assert.Equal(["boat.mid"], Names(folder["out"]));
    }

    [Fact]
    public async Task Hear_JsonWithoutFormats_PrintsTheMapAndWritesNothing()
    {
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["hear", picture, "--json", "--formats", "none", "--seed", "7"], folder.FullPath);

        Assert.Equal(0, result.ExitCode);
        Assert.Single(result.Output.TrimEnd('\n').Split('\n'));
        using JsonDocument map = JsonDocument.Parse(result.Output);
        Assert.Equal("sensorium-soundmap-1", map.RootElement.GetProperty("schema").GetString());
        Assert.Equal(7, map.RootElement.GetProperty("seed").GetInt32());
        Assert.Equal(["boat.png"], Names(folder.FullPath));
    }

    [Fact]
    public async Task Hear_JsonOfAFile_IsThatOfTheOutput()
    {
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["hear", picture, "--json", "--formats", "json,mid", "--out", folder["out"]]);

        using JsonDocument printed = JsonDocument.Parse(result.Output);
        using JsonDocument written = JsonDocument.Parse(await File.ReadAllTextAsync(folder["out/boat.json"], TestContext.Current.CancellationToken));
        Assert.True(JsonElement.DeepEquals(written.RootElement, printed.RootElement));
    }

    [Fact]
    public async Task Hear_Options_ReachTheMap()
    {
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["hear", picture, "--json", "--formats", "none", "--k", "3", "--space", "hsv", "--mapping", "hsv", "--label", "1=바다 = sea"]);

        Assert.Equal(0, result.ExitCode);
        using JsonDocument map = JsonDocument.Parse(result.Output);
        Assert.Equal("hsv", map.RootElement.GetProperty("colours").GetProperty("space").GetString());
        Assert.Equal(3, map.RootElement.GetProperty("colours").GetProperty("k").GetInt32());
        Assert.Equal("hsv", map.RootElement.GetProperty("mapping").GetProperty("id").GetString());
        Assert.Equal("바다 = sea", map.RootElement.GetProperty("regions")[1].GetProperty("label").GetString());
        Assert.Contains("바다", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hear_SamePictureTwice_GivesTheSameBytes()
    {
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);
        string[] formats = ["--formats", "html,json,wav,mp3,mid,ogg"];

        ProgramResult first = await ProgramRun.RunAsync(["hear", picture, "--out", folder["one"], .. formats]);
        ProgramResult second = await ProgramRun.RunAsync(["hear", picture, "--out", folder["two"], .. formats]);

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal(6, Names(folder["one"]).Length);
        AssertSameFiles(folder["one"], folder["two"]);
    }

    [Fact]
    public async Task Hear_TwoRunsIntoOneFolder_DoNotDisturbEachOther()
    {
        using TemporaryFolder folder = new();
        string boat = TestPictures.WriteBoat(folder["boat.png"]);
        string tall = TestPictures.WriteBoat(folder["tall.png"], 64, 120);
        Assert.Equal(0, (await ProgramRun.RunAsync(["hear", boat, tall, "--out", folder["calm"]])).ExitCode);

        using ProgramRun first = ProgramRun.Start(["hear", boat, tall, "--out", folder["busy"]]);
        using ProgramRun second = ProgramRun.Start(["hear", tall, boat, "--out", folder["busy"]]);
        ProgramResult[] results = await Task.WhenAll(first.EndAsync(), second.EndAsync());

        Assert.All(results, result => Assert.Equal(0, result.ExitCode));
        AssertSameFiles(folder["calm"], folder["busy"]);
    }

    [Fact]
    public async Task Hear_Killed_LeavesNoBrokenFileAtTheTargets()
    {
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);
        long began = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, (await ProgramRun.RunAsync(["hear", picture, "--out", folder["whole"]])).ExitCode);
        TimeSpan whole = TimeProvider.System.GetElapsedTime(began);
        int rounds = Repository.IsFull ? 20 : 2;

        for (int round = 0; round < rounds; round++)
        {
            string target = folder[$"killed-{round}"];
            using ProgramRun run = ProgramRun.Start(["hear", picture, "--out", target]);

            // Spread over the run, most of them near its end, where the files are written.
            await Task.Delay(whole * Math.Sqrt((round + 1.0) / (rounds + 1)), TestContext.Current.CancellationToken);
            run.KillAtOnce();
            await run.EndAsync();

            string[] there = Directory.Exists(target) ? [.. Names(target).Intersect(AllFiles)] : [];
            Assert.All(there, name => Assert.Equal(File.ReadAllBytes(Path.Combine(folder["whole"], name)), File.ReadAllBytes(Path.Combine(target, name))));
        }

        ProgramResult after = await ProgramRun.RunAsync(["hear", picture, "--out", folder["killed-0"]]);
        Assert.Equal(0, after.ExitCode);
        Assert.All(AllFiles, name => Assert.True(File.Exists(Path.Combine(folder["killed-0"], name))));
    }

    [Fact]
    public async Task Hear_Interrupted_ExitsWith130AndLeavesOnlyWholeFiles()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT that one process can send another.");
        using TemporaryFolder folder = new();
        string[] pictures = [.. Enumerable.Range(0, 30).Select(number => TestPictures.WriteBoat(folder[$"boat{number:00}.png"]))];

        using ProgramRun run = ProgramRun.Start(["hear", .. pictures, "--formats", "json,wav", "--json", "--out", folder["out"]]);
        Assert.NotNull(await run.Output.ReadLineAsync(TestContext.Current.CancellationToken));
        run.SendInterrupt();
        ProgramResult result = await run.EndAsync();

        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Cancelled", result.Error, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"cancelled\"", result.Output, StringComparison.Ordinal);
        string[] names = Names(folder["out"]);
        Assert.InRange(names.Length, 2, 58);
        Assert.Equal(0, names.Length % 2);
        Assert.All(names, name => Assert.True(name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".wav", StringComparison.Ordinal), name));
    }

    [Fact]
    public async Task Hear_ColourOnATerminal_ShowsSwatchesAndProgress()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script") && OperatingSystem.IsLinux(), "A terminal is simulated with util-linux's script, which is not here.");
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);
        string command = $"dotnet '{ProgramRun.CommandLine}' hear '{picture}' --out '{folder["out"]}'";

        using ProgramRun run = ProgramRun.StartProgram("script", ["-qec", command, "/dev/null"], null, ("TERM", "xterm-256color"), ("COLORTERM", "truecolor"));
        ProgramResult result = await run.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\u001b[38;2;", result.Output, StringComparison.Ordinal);
        Assert.Contains("██", result.Output, StringComparison.Ordinal);
        Assert.Contains("\r\u001b[2K", result.Output, StringComparison.Ordinal);
    }

    private static string[] Names(string folder) => [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static void AssertSameFiles(string expected, string actual)
    {
        Assert.Equal(Names(expected), Names(actual));
        Assert.All(Names(expected), name => Assert.Equal(File.ReadAllBytes(Path.Combine(expected, name)), File.ReadAllBytes(Path.Combine(actual, name))));
    }
}

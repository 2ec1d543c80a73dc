using System.Text.Json;
using Sensorium.Library.Tests;

namespace Sensorium.Cli.Tests;

public sealed class MatchTests
{
    private static readonly JsonSchema Schema = JsonSchema.Read("match");

    [Theory]
    [InlineData("en", "library add")]
    [InlineData("ko", "먼저 음악 폴더를")]
    public async Task Match_WithoutALibrary_SaysWhatToDo(string language, string words)
    {
        using TemporaryFolder folder = new();

        ProgramResult result = await RunAsync(folder, "--text", "rain", "--lang", language);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "rainy night drive")]
    [InlineData("ko", "비 오는 밤 드라이브")]
    public async Task Match_WordsAsJson_FitTheSchemaInTheLanguageChosen(string language, string words)
    {
        using TemporaryFolder folder = new();
        SomeSongs.Fill(folder["home"]);

        ProgramResult result = await RunAsync(folder, "--text", words, "--why", "Far away", "--json", "--lang", language, "--min-fit", "0.4");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(Schema.Faults(result.Output));
        JsonElement root = JsonDocument.Parse(result.Output).RootElement;
        Assert.InRange(root.GetProperty("songs").GetArrayLength(), 1, 12);
        Assert.Equal("below-fit", root.GetProperty("why")[0].GetProperty("kind").GetString());
        Assert.Equal(language == "ko", root.GetProperty("songs")[0].GetProperty("reason").GetString()!.Any(letter => letter is >= '가' and <= '힣'));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public async Task Match_APictureInPlainWords_IsOneSentenceALine(string language)
    {
        using TemporaryFolder folder = new();
        SomeSongs.Fill(folder["home"]);

        ProgramResult result = await RunAsync(folder, TestPictures.WriteBoat(folder["boat.png"]), "--plain", "--lang", language, "--min-fit", "0.2", "--no-memory");

        Assert.SkipWhen(result.Error.Contains("onnxruntime", StringComparison.OrdinalIgnoreCase), "ONNX Runtime, which finds faces, is not here.");
        Assert.Equal(0, result.ExitCode);
        Assert.All(result.Output.TrimEnd('\n').Split('\n'), line => Assert.EndsWith(".", line, StringComparison.Ordinal));
        Assert.DoesNotContain(result.Output, letter => letter is (>= '\u2500' and <= '\u25ff') or '\u001b');
    }

    [Fact]
    public async Task Match_LikesAreExportedAndErased()
    {
        using TemporaryFolder folder = new();
        SomeSongs.Fill(folder["home"]);

        ProgramResult liked = await RunAsync(folder, "--text", "calm", "--like", "Far away", "--quiet");
        ProgramResult export = await RunAsync(folder, "--memory");
        ProgramResult erased = await RunAsync(folder, "--erase-memory", "--json");

        Assert.Equal(new ProgramResult(0, string.Empty, string.Empty), liked);
        Assert.Empty(JsonSchema.Read("match-memory").Faults(export.Output));
        Assert.Contains("\"kind\":\"like\"", export.Output, StringComparison.Ordinal);
        Assert.Equal("{\"erased\":1}\n", erased.Output);
    }

    [Fact]
    public async Task Match_EraseMemoryOfASong_LeavesTheRest()
    {
        using TemporaryFolder folder = new();
        SomeSongs.Fill(folder["home"]);
        await RunAsync(folder, "--text", "calm", "--like", "Far away", "--like", "aaa", "--skip", "aaaa", "--quiet");

        ProgramResult erased = await RunAsync(folder, "--erase-memory", "Far away", "--json");
        ProgramResult export = await RunAsync(folder, "--memory");

        Assert.Equal("{\"erased\":1}\n", erased.Output);
        Assert.Equal(2, JsonDocument.Parse(export.Output).RootElement.GetProperty("feedback").GetArrayLength());
        Assert.Equal("{\"erased\":2}\n", (await RunAsync(folder, "--erase-memory", "--json")).Output);
    }

    [Fact]
    public async Task Match_Play_NotesWhatThePlayerBegan()
    {
        using TemporaryFolder folder = new();
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The stand-in for a player is a shell script.");
            return;
        }

        Directory.CreateDirectory(folder["bin"]);
        await File.WriteAllTextAsync(folder["bin/mpv"], "#!/bin/sh\nexit 0\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(folder["bin/mpv"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await File.WriteAllTextAsync(folder["there.mp3"], "sound", TestContext.Current.CancellationToken);
        SomeSongs.Fill(folder["home"]);
        SomeSongs.Add(folder["home"], folder["there.mp3"], "There");
        string path = $"{folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        Task<ProgramResult> PlayAsync(params string[] more) =>
            ProgramRun.RunAsync(["match", "--text", "dark", "--min-fit", "0", "--play", .. more], folder.FullPath, ("SENSORIUM_HOME", folder["home"]), ("PATH", path));

        ProgramResult silent = await PlayAsync("--no-memory");
        ProgramResult nothing = await RunAsync(folder, "--memory");
        ProgramResult played = await PlayAsync();
        ProgramResult export = await RunAsync(folder, "--memory");

        Assert.Equal((0, 0), (silent.ExitCode, played.ExitCode));
        Assert.Contains("mpv took 1 of", played.Output, StringComparison.Ordinal);
        Assert.Equal(0, JsonDocument.Parse(nothing.Output).RootElement.GetProperty("feedback").GetArrayLength());
        Assert.Empty(JsonSchema.Read("match-memory").Faults(export.Output));
        Assert.Equal("play", Assert.Single(JsonDocument.Parse(export.Output).RootElement.GetProperty("feedback").EnumerateArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Match_ToARealMpd_NotesWhatItTook()
    {
        await using MpdServer server = await MpdServer.StartAsync();
        using TemporaryFolder folder = new();
        SomeSongs.Add(folder["home"], server.PathOf(0), "There");
        SomeSongs.Add(folder["home"], folder["gone.mp3"], "Gone");
        SomeSongs.Add(folder["home"], "https://music.example.org#song=1", "Elsewhere");

        ProgramResult queued = await RunAsync(folder, "--text", "dark", "--min-fit", "0", "--mpd", server.Socket.Host);
        ProgramResult export = await RunAsync(folder, "--memory");

        Assert.Equal(0, queued.ExitCode);
        Assert.Contains("MPD took 1 of 3 songs.", queued.Output, StringComparison.Ordinal);
        Assert.Contains("Gone", queued.Error, StringComparison.Ordinal);
        Assert.Contains("Elsewhere: it lies on the music server music.example.org; --subsonic sends it there", queued.Error, StringComparison.Ordinal);
        Assert.Equal("play", Assert.Single(JsonDocument.Parse(export.Output).RootElement.GetProperty("feedback").EnumerateArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Match_SeveralFaults_AreToldAtOnce()
    {
        using TemporaryFolder folder = new();

        ProgramResult result = await RunAsync(folder, "--count", "0", "--min-fit", "2", "--year", "1999-1990", "--length", "x-y", "--journey", "teleport", "--before", "5,5", "--vocal", "--instrumental");

        Assert.Equal(2, result.ExitCode);
        Assert.All(["match needs", "--count", "--min-fit", "--year", "--length", "--journey", "--before", "--vocal"], words => Assert.Contains(words, result.Error, StringComparison.Ordinal));
    }

    private static Task<ProgramResult> RunAsync(TemporaryFolder folder, params string[] arguments) =>
        ProgramRun.RunAsync(["match", .. arguments], folder.FullPath, ("SENSORIUM_HOME", folder["home"]));
}

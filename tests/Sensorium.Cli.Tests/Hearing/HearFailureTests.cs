using System.Text.Json;

namespace Sensorium.Cli.Tests;

public sealed class HearFailureTests
{
    public static TheoryData<string, byte[]> BadPictures => new()
    {
        { "empty.png", [] },
        { "words.jpg", "This is no picture."u8.ToArray() },
        { "cut.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] },
        { "markup.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file:///etc/passwd\"/></svg>"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(BadPictures))]
    public async Task Hear_ABadPicture_ExitsWithTwoAndOneSentence(string name, byte[] content)
    {
        using TemporaryFolder folder = new();
        await File.WriteAllBytesAsync(folder[name], content, TestContext.Current.CancellationToken);

        ProgramResult result = await ProgramRun.RunAsync(["hear", folder[name], "--out", folder["out"]]);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith("sensorium: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]) && Directory.EnumerateFileSystemEntries(folder["out"]).Any());
    }

    [Fact]
    public async Task Hear_NoSuchPicture_NamesItInBothLanguages()
    {
        ProgramResult english = await ProgramRun.RunAsync(["hear", "no-such-picture.png"]);
        ProgramResult korean = await ProgramRun.RunAsync(["hear", "no-such-picture.png", "--lang", "ko"]);

        Assert.Equal(2, english.ExitCode);
        Assert.Equal(2, korean.ExitCode);
        Assert.Contains("no-such-picture.png", english.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(english.Error, letter => letter is >= '가' and <= '힣');
        Assert.Contains(korean.Error, letter => letter is >= '가' and <= '힣');
    }

    [Fact]
    public async Task Hear_OneOfManyBroken_DoesTheOthersAndExitsWithOne()
    {
        using TemporaryFolder folder = new();
        TestPictures.WriteBoat(folder["a.png"]);
        await File.WriteAllTextAsync(folder["b.png"], "no picture", TestContext.Current.CancellationToken);
        TestPictures.WriteBoat(folder["c.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["hear", "a.png", "b.png", "c.png", "--formats", "json", "--json", "--out", "out"], folder.FullPath);

        Assert.Equal(1, result.ExitCode);
        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        JsonElement[] objects = [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal("a.png", objects[0].GetProperty("picture").GetProperty("name").GetString());
        Assert.Equal("b.png", objects[1].GetProperty("input").GetString());
        Assert.NotEmpty(objects[1].GetProperty("error").GetProperty("message").GetString()!);
        Assert.Equal("c.png", objects[2].GetProperty("picture").GetProperty("name").GetString());
        Assert.StartsWith("sensorium: b.png: ", result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["out/a.json"]) && File.Exists(folder["out/c.json"]) && !File.Exists(folder["out/b.json"]));
    }

    [Fact]
    public async Task Hear_AllOfManyBroken_ExitsWithTwo()
    {
        using TemporaryFolder folder = new();

        ProgramResult result = await ProgramRun.RunAsync(["hear", "a.png", "b.png", "--out", folder["out"]], folder.FullPath);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("a.png", result.Error, StringComparison.Ordinal);
        Assert.Contains("b.png", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hear_TwoPicturesOfOneName_KeepsTheFirstAndNamesTheSecond()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["other"]);
        TestPictures.WriteBoat(folder["boat.png"]);
        TestPictures.WriteBoat(folder["other/boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["hear", "boat.png", "other/boat.png", "--formats", "json", "--out", "out"], folder.FullPath);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("sensorium: other/boat.png: ", result.Error, StringComparison.Ordinal);
        Assert.Equal([folder["out/boat.json"]], Directory.GetFiles(folder["out"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/sub")]
    [InlineData("/sub/more")]
    public async Task Hear_OutputIsAFileOrInsideOne_IsRefusedBeforeAnyWork(string inside)
    {
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["hear", picture, "--out", picture + inside]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"--out takes a folder, but \"{picture}\" is a file.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hear_MissingComponent_IsNamedInTheJson()
    {
        using TemporaryFolder folder = new();
        string picture = TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["hear", picture, "--json", "--out", folder["out"]], null, ("SENSORIUM_SOUNDFONT", folder["none.sf2"]));

        Assert.Equal(2, result.ExitCode);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal("missing-component", json.RootElement.GetProperty("error").GetProperty("kind").GetString());
        Assert.Equal("soundfont", json.RootElement.GetProperty("error").GetProperty("component").GetString());
    }

    [Fact]
    public async Task Hear_PatternThatTheShellLeft_IsExpanded()
    {
        using TemporaryFolder folder = new();
        TestPictures.WriteBoat(folder["b.png"]);
        TestPictures.WriteBoat(folder["a.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["hear", "*.png", "--json", "--formats", "none"], folder.FullPath);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, result.Output.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("\"a.png\"", result.Output.Split('\n')[0], StringComparison.Ordinal);
    }
}

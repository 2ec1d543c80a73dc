using System.Text.Json;
using Sensorium.Media;

namespace Sensorium.Cli.Tests;

/// <summary><c>dataset import aihub-video</c> as a person calls it.</summary>
public sealed class DatasetImportTests
{
    [Theory]
    [InlineData("en", "utterances")]
    [InlineData("ko", "발화")]
    public async Task Help_OfTheImport_HasExamples(string language, string word)
    {
        ProgramResult result = await ProgramRun.RunAsync(["dataset", "import", "aihub-video", "--help", "--lang", language]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("sensorium dataset import aihub-video CLIPS --out voice --spectrograms", result.Output, StringComparison.Ordinal);
        Assert.Contains(word, result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("aihub-video", "import", "aihub-video")]
    [InlineData("--out", "import", "aihub-video", "FOLDER")]
    public async Task Import_SomethingMissing_SaysWhat(string said, params string[] words)
    {
        ProgramResult result = await ProgramRun.RunAsync(["dataset", .. words]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_NothingUsable_EndsWithTwoAndWritesNothing()
    {
        using TemporaryFolder data = new();
        Directory.CreateDirectory(data["in"]);
        File.WriteAllText(data["in/lost.json"], "[]");

        ProgramResult result = await ProgramRun.RunAsync(["dataset", "import", "aihub-video", data["in"], "--out", data["out"]]);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains("lost.json", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data["out"]));
    }

    [Fact]
    public async Task Import_OneClipDamaged_NamesItAndEndsWithOne()
    {
        using TemporaryFolder data = new();
        Directory.CreateDirectory(data["in"]);
        WriteTone(data["in/a.wav"]);
        File.WriteAllText(data["in/a.json"], """[{"start": 0.5, "end": 1.5, "speaker": "A", "emotion": "슬픔"}]""");
        File.WriteAllText(data["in/b.json"], "{");

        ProgramResult result = await ProgramRun.RunAsync(["dataset", "import", "aihub-video", data["in"], "--out", data["out"], "--json"]);
        Assert.SkipWhen(result.Error.Contains("FFprobe", StringComparison.OrdinalIgnoreCase), "ffprobe is not installed.");
        ProgramResult plain = await ProgramRun.RunAsync(["dataset", "import", "aihub-video", data["in"], "--out", data["out"], "--plain", "--lang", "ko"]);

        Assert.Equal((1, 1), (result.ExitCode, plain.ExitCode));
        Assert.Contains("b.json", result.Error, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal(1, json.RootElement.GetProperty("emotions").GetProperty("sadness").GetInt32());
        Assert.Contains("슬픔: 발화 1.", plain.Output, StringComparison.Ordinal);
        Assert.Contains("1에서 2: 발화 1.", plain.Output, StringComparison.Ordinal);
    }

    private static void WriteTone(string path)
    {
        SoundBuffer sound = new(16_000, 1, 48_000);
        for (int i = 0; i < sound.Length; i++)
        {
            sound.Channel(0)[i] = .3f * MathF.Sin(i * .2f);
        }

        using FileStream file = File.Create(path);
        WavFile.Write(file, sound);
    }
}

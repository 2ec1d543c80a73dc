using System.Text.Json;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Cli.Tests;

public sealed class FeelMediaTests
{
    private const string Reply = """
        {"valence":0.6,"arousal":0.2,"dominance":0.1,"warmth":0.5,"certainty":0.8,
         "emotions":{"joy":0.8,"sadness":0,"anger":0,"surprise":0.1,"fear":0,"contempt":0,"disgust":0,"neutral":0.1},"evidence":["What a day"]}
        """;

    private static readonly JsonSchema Schema = JsonSchema.Read("percept");
    private static readonly JsonSchema Errors = JsonSchema.Read("error");

    [Theory]
    [InlineData("en", "I am so happy today!")]
    [InlineData("ko", "오늘 정말 행복해요!")]
    public async Task Feel_Text_IsFeltInEveryForm(string language, string words)
    {
        ProgramResult json = await ProgramRun.RunAsync(["feel", "--text", words, "--json", "--lang", language]);
        ProgramResult plain = await ProgramRun.RunAsync(["feel", "--text", words, "--plain", "--lang", language]);

        Assert.Equal((0, 0), (json.ExitCode, plain.ExitCode));
        Assert.Empty(Schema.Faults(json.Output));
        Assert.Equal("joy", JsonDocument.Parse(json.Output).RootElement.GetProperty("core").GetString());
        Assert.All(plain.Output.TrimEnd('\n').Split('\n'), line => Assert.EndsWith(".", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Feel_Lines_AreInputsOfTheirOwn()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllBytesAsync(
            folder["diary.txt"],
            [.. "\ufeffI am happy.\r\n\n"u8, 0xFF, 0xC3, .. "\nI am very sad.\n"u8, .. Enumerable.Repeat((byte)'a', (1 << 20) + 9), .. "\nlast"u8],
            TestContext.Current.CancellationToken);

        ProgramResult result = await ProgramRun.RunAsync(["feel", "diary.txt", "--lines", "--json", "--out", "all.jsonl"], folder.FullPath);

        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["diary.txt:1", "diary.txt:3", "diary.txt:4", "diary.txt:5", "diary.txt:6"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("input").GetString()));
        Assert.Empty(Schema.Faults(lines[0]));
        Assert.Empty(Errors.Faults(lines[1]));
        Assert.Contains("not UTF-8", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"limit\"", lines[3], StringComparison.Ordinal);
        Assert.Equal(result.Output, await File.ReadAllTextAsync(folder["all.jsonl"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Feel_SeveralRecordingsOfTheSpeakerWithoutAVoice_SaysWhatIsWanted()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["own"]);
        await MakeAsync(folder["clip.wav"], "-f lavfi -i sine=300:d=2");
        await MakeAsync(folder["own/one.wav"], "-f lavfi -i anullsrc=d=1");

        ProgramResult silent = await ProgramRun.RunAsync(["feel", "clip.wav", "--calibrate", "own", "--calibrate", "own/one.wav"], folder.FullPath);
        ProgramResult missing = await ProgramRun.RunAsync(["feel", "clip.wav", "--calibrate", "own", "--calibrate", "other.wav"], folder.FullPath);

        Assert.NotEqual(0, silent.ExitCode);
        Assert.Contains("speaker's own recordings", silent.Error, StringComparison.Ordinal);
        Assert.Contains("other.wav", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feel_AVideo_HasATimelineATableAndAChart()
    {
        using TemporaryFolder folder = new();
        await MakeAsync(folder["clip.mp4"], "-f lavfi -i testsrc=s=320x180:d=2 -f lavfi -i sine=300:d=2 -c:v mpeg4 -c:a aac");

        ProgramResult result = await ProgramRun.RunAsync(["feel", "clip.mp4", "--json", "--timeline", "clip.csv", "--plot", "clip.html"], folder.FullPath);

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(Schema.Faults(result.Output));
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal("video", json.RootElement.GetProperty("kind").GetString());
        int moments = json.RootElement.GetProperty("timeline").GetArrayLength();
        Assert.Equal(moments + 1, (await File.ReadAllLinesAsync(folder["clip.csv"], TestContext.Current.CancellationToken)).Length);
        Assert.Contains("<svg", await File.ReadAllTextAsync(folder["clip.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feel_APhotoAndWords_AreOneAnswer()
    {
        using TemporaryFolder folder = new();
        TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult together = await ProgramRun.RunAsync(["feel", "boat.png", "--as", "scene", "--text", "I love this place", "--json"], folder.FullPath);

        Assert.Equal(0, together.ExitCode);
        using JsonDocument json = JsonDocument.Parse(together.Output);
        Assert.Equal("boat.png + --text", json.RootElement.GetProperty("input").GetString());
        Assert.Equal(["scene", "text"], json.RootElement.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("source").GetString()!).Order());
    }

    [Fact]
    public async Task Feel_EndpointsThatAreNamed_AreAskedAndTold()
    {
        await using FakeServer server = new FakeServer().Answer(200, FakeServer.Chat(Reply));

        ProgramResult result = await ProgramRun.RunAsync(["feel", "--text", "What a day", "--json"], null, ("SENSORIUM_CHAT_URL", server.Url.ToString()), ("SENSORIUM_CHAT_MODEL", "mine"));
        ProgramResult doctor = await ProgramRun.RunAsync(["doctor", "--json"], null, ("SENSORIUM_CHAT_URL", server.Url.ToString()), ("SENSORIUM_CHAT_MODEL", "mine"), ("SENSORIUM_TRANSCRIBE_URL", null));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\"model\":\"chat:mine\"", result.Output, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        JsonElement[] components = [.. JsonDocument.Parse(doctor.Output).RootElement.GetProperty("components").EnumerateArray()];
        Assert.True(components.Single(component => component.GetProperty("name").GetString() == "chat-endpoint").GetProperty("found").GetBoolean());
        Assert.False(components.Single(component => component.GetProperty("name").GetString() == "transcription-endpoint").GetProperty("found").GetBoolean());
    }

    [Fact]
    public async Task Feel_AnEndpointThatFails_IsReplacedAndTold()
    {
        await using FakeServer server = new FakeServer().Answer(500, "oops");

        ProgramResult result = await ProgramRun.RunAsync(["feel", "--text", "What a day", "--json"], null, ("SENSORIUM_CHAT_URL", server.Url.ToString()));

        Assert.Equal(0, result.ExitCode);
        JsonElement root = JsonDocument.Parse(result.Output).RootElement;
        Assert.Contains("did not answer as it should", root.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("HTTP status 500", root.GetProperty("evidence").EnumerateArray().Last().GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--lines feels each line", "--lines", "--text", "a")]
    [InlineData("--plot takes a file that ends with", "a.png", "--plot", "a.bmp")]
    [InlineData("--timeline writes one file for one video", "a.png", "b.png", "--timeline", "a.csv")]
    [InlineData("feel needs an input", "--json")]
    [InlineData("SENSORIUM_CHAT_URL is \"localhost\"", "--text", "a")]
    public async Task Feel_AnUnfitCommandLine_IsExplained(string sentence, params string[] words)
    {
        ProgramResult result = await ProgramRun.RunAsync(["feel", .. words], null, ("SENSORIUM_CHAT_URL", "localhost"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(40)]
    [InlineData(80)]
    public void Lines_OfAVideo_StayWithinAnyWidth(int width) => Assert.All([Language.English, Language.Korean], language =>
        Assert.All(FeelSections.Lines(Video(), width, language), line => Assert.InRange(line.Width, 0, width)));

    [Fact]
    public void Lines_OfAVideo_TellTimeVoiceAndWords()
    {
        string text = string.Join('\n', FeelSummary.Lines(Video(), 100, Language.English));

        Assert.All(["640 × 360, 0:04.0", "Over time", "valence  ▁", "0:00.0 sadness, 0:02.0 joy", "Heard (1)", "speech", "Said  whisper", "a good day", "109"], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    private static FeelResult Video()
    {
        Percept Of(double valence) => new()
        {
            Affect = new Affect { Valence = new(valence, 0.2), Arousal = new(0, 0.2) },
            Emotions = EmotionScores.FromWeights(valence > 0 ? [8, 1, 1, 1, 1, 1, 1, 1] : [1, 8, 1, 1, 1, 1, 1, 1]),
            Evidence = [],
            Source = "face",
            Model = "face-expression@1",
        };
        return new FeelResult
        {
            Input = "clip.mp4",
            Kind = "video",
            Width = 640,
            Height = 360,
            Length = TimeSpan.FromSeconds(4),
            Bytes = 1000,
            Percept = Of(0.5),
            Timeline = [.. Enumerable.Range(0, 8).Select(i => new FeelMoment(TimeSpan.FromSeconds(i / 2.0), Of(i < 4 ? -0.9 : 0.9)))],
            Segments = [new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(3), SoundClass.Speech, Of(0.5))],
            Transcript = new("a good day", "whisper", null),
            Care = new("You are not alone: 109.", "혼자가 아닙니다: 109."),
        };
    }

    private static async Task MakeAsync(string path, string arguments)
    {
        Assert.SkipWhen(new FFmpegLocator().FindFFmpeg() is null, "ffmpeg is not installed.");
        ProcessResult result = await new ChildProcess().RunAsync(
            new ProcessRequest { Program = "ffmpeg", Path = new FFmpegLocator().RequireFFmpeg(), Arguments = ["-nostdin", "-loglevel", "error", .. arguments.Split(' '), path], MostTime = TimeSpan.FromMinutes(2) },
            TestContext.Current.CancellationToken);
        Assert.SkipUnless(result.ExitCode == 0, $"This ffmpeg cannot make the clip: {result.LastErrorLine}");
    }
}

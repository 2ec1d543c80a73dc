using System.Globalization;
using System.Text.Json;
using Sensorium.Expression;
using Sensorium.Media;
using Sensorium.Music;
using Sensorium.Perception;

namespace Sensorium.Cli.Tests;

public sealed class FeelSongTests
{
    private const int Seconds = 20;

    private static readonly JsonSchema Schema = JsonSchema.Read("percept");

    [Fact]
    public async Task Feel_MusicThatWasRendered_IsASongWithATimelineAndAChart()
    {
        using TemporaryFolder folder = new();
        Render(folder["piece.wav"], 0.7, 0.6);

        ProgramResult json = await ProgramRun.RunAsync(["feel", "piece.wav", "--json", "--timeline", "piece.csv", "--plot", "piece.svg"], folder.FullPath);

        Assert.True(json.ExitCode == 0, json.ToString());
        Assert.Empty(Schema.Faults(json.Output));
        JsonElement root = JsonDocument.Parse(json.Output).RootElement;
        Assert.Equal(("sound", "song"), (root.GetProperty("kind").GetString(), root.GetProperty("sources")[0].GetProperty("source").GetString()));
        Assert.Equal(Seconds, root.GetProperty("seconds").GetDouble(), 0.1);
        Assert.InRange(root.GetProperty("song").GetProperty("tempo").GetDouble(), 30, 300);
        Assert.False(root.TryGetProperty("segments", out _));
        Assert.Equal(root.GetProperty("timeline").GetArrayLength() + 1, (await File.ReadAllLinesAsync(folder["piece.csv"], TestContext.Current.CancellationToken)).Length);
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(folder["piece.svg"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "beats a minute", "LUFS")]
    [InlineData("ko", "분당", "LUFS")]
    public async Task Feel_AsSong_IsToldInSentences(string language, params string[] words)
    {
        using TemporaryFolder folder = new();
        Render(folder["piece.wav"], -0.5, -0.5);

        ProgramResult plain = await ProgramRun.RunAsync(["feel", "piece.wav", "--as", "song", "--plain", "--lang", language], folder.FullPath);

        Assert.True(plain.ExitCode == 0, plain.ToString());
        Assert.All(plain.Output.TrimEnd('\n').Split('\n'), line => Assert.EndsWith(".", line, StringComparison.Ordinal));
        Assert.All(words, word => Assert.Contains(word, plain.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("data/music/tracks/vibe_ace.ogg", "song")]
    [InlineData("data/music/tracks/solo_trumpet.ogg", "song")]
    [InlineData("data/music/tracks/lets_go_fishin.ogg", "song")]
    [InlineData("data/voice/neutral-reading/3436-172162-0000.ogg", "voice")]
    [InlineData("data/voice/korean/ema_ema00101.ogg", "voice")]
    public async Task Feel_ARecording_IsASongOrAVoiceByWhatIsHeard(string path, string source)
    {
        string file = SharedData.Require(path);

        ProgramResult result = await ProgramRun.RunAsync(["feel", file, "--json"]);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Empty(Schema.Faults(result.Output));
        Assert.Equal(source, JsonDocument.Parse(result.Output).RootElement.GetProperty("sources")[0].GetProperty("source").GetString());
    }

    [Fact]
    public async Task Feel_APhotoAndASongTogether_AreOneAnswer()
    {
        using TemporaryFolder folder = new();
        Render(folder["piece.wav"], 0.7, 0.6);
        TestPictures.WriteBoat(folder["boat.png"]);

        ProgramResult result = await ProgramRun.RunAsync(["feel", "boat.png", "piece.wav", "--together", "--json"], folder.FullPath);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Empty(Schema.Faults(result.Output));
        JsonElement root = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal("mix", root.GetProperty("kind").GetString());
        Assert.Equal(["scene", "song"], root.GetProperty("sources").EnumerateArray().Select(one => one.GetProperty("source").GetString()!).Order());
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(80)]
    public void Lines_OfASong_StayWithinAnyWidthAndTellAll(int width) => Assert.All([Language.English, Language.Korean], language =>
    {
        StyledLine[] lines = [.. FeelSummary.Lines(Song(), width, language)];

        Assert.All(lines, line => Assert.InRange(line.Width, 0, width));
        string text = string.Join('\n', lines.Select(line => line.ToString()));
        Assert.Contains(language == Language.Korean ? "시간에 따라" : "Over time", text, StringComparison.Ordinal);
        Assert.Contains(language == Language.Korean ? "  곡  " : "  song  ", text, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(Language.English, "song")]
    [InlineData(Language.Korean, "곡")]
    public void Row_ASongAmongMany_SaysThatItIsOne(Language language, string word) =>
        Assert.EndsWith($" {word}", new FeelTable([Song().Input], 80, language).Row(Song()).ToString(), StringComparison.Ordinal);

    private static FeelResult Song()
    {
        Percept Of(double valence) => new()
        {
            Affect = new Affect { Valence = new(valence, 0.3), Arousal = new(0.4, 0.3) },
            Emotions = SongPlane.Emotions(valence, 0.4),
            Evidence = [new("fast: 132 beats a minute (66 in half time)", "빠름: 분당 132박(절반으로 세면 66박)"), new("in D minor", "라단조")],
            Source = SongPerceiver.Source,
            Model = "song-feeling@1",
        };
        return new FeelResult
        {
            Input = "song.mp3",
            Kind = "sound",
            Length = TimeSpan.FromSeconds(96),
            Bytes = 1_000_000,
            Percept = Of(0.3),
            Timeline = [.. Enumerable.Range(0, 8).Select(i => new FeelMoment(TimeSpan.FromSeconds(12 * i), Of(i < 4 ? -0.5 : 0.5)))],
        };
    }

    // Music by our own composer, played by FluidSynth.
    private static void Render(string path, double valence, double arousal)
    {
        Assert.SkipWhen(new FFmpegLocator().FindFFmpeg() is null, "ffmpeg is not installed.");
        FluidSynthesizer? synthesizer = null;
        try
        {
            synthesizer = new FluidSynthesizer(SoundFontLocator.Locate(), new FluidSynthOptions { SampleRate = 22_050 });
        }
        catch (MissingComponentException missing)
        {
            Assert.Skip(string.Create(CultureInfo.InvariantCulture, $"FluidSynth cannot play: {missing.Message}"));
        }

        using (synthesizer)
        {
            Composition piece = Composer.Compose(new CompositionRequest { Path = AffectPath.Hold(valence, arousal, TimeSpan.FromSeconds(Seconds)), Style = CompositionStyles.All[0], Seed = 3 });
            using FileStream file = File.Create(path);
            WavFile.Write(file, synthesizer.Render(piece.Score, Seconds * synthesizer.SampleRate, TestContext.Current.CancellationToken));
        }
    }
}

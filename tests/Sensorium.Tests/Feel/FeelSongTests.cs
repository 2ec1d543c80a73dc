using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Sensorium.Perception;

namespace Sensorium.Tests;

public sealed class FeelSongTests : IDisposable
{
    private static readonly FeelOptions AsSong = new() { Subject = FeelSubject.Song };

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(SoundClass.Music)]
    [InlineData(SoundClass.Singing)]
    public async Task RunAsync_MusicAndSinging_AreASong(SoundClass heard)
    {
        FeelWorld world = new() { Heard = heard };

        FeelResult result = await FeelAsync(world, await ToneAsync(8));

        Assert.Equal(("sound", "song", 7), (result.Kind, result.Percept.Source, result.Song!.Version));
        Assert.Equal(8, result.Length!.Value.TotalSeconds, 0.1);
        Assert.Empty(result.Segments);
        Assert.Equal(1, world.HearsSongs!.Begun);
        Assert.Equal([TimeSpan.Zero, result.Length.Value / 2], result.Timeline.Select(moment => moment.At));
        Assert.All(result.Timeline, moment => Assert.Equal("song", moment.Percept.Source));
        Assert.NotEqual(result.Timeline[0].Percept.Emotions.Core, result.Timeline[1].Percept.Emotions.Core);
    }

    [Theory]
    [InlineData(3, 0, "voice")]
    [InlineData(3, 0.05, "song")]
    [InlineData(7, 0, "song")]
    public async Task RunAsync_SingingWithoutInstruments_IsASongWhereItIsLongEnough(int seconds, double instruments, string source)
    {
        FeelResult result = await FeelAsync(new FeelWorld { Heard = SoundClass.Singing, Instruments = instruments }, await ToneAsync(seconds));

        Assert.Equal(source, result.Percept.Source);
    }

    [Theory]
    [InlineData(4.5, "voice")]
    [InlineData(3.5, "song")]
    public async Task RunAsync_SpeechAndMusic_AreWhatTheyAreLonger(double speech, string source)
    {
        FeelWorld world = new() { ChangesAt = speech, HeardLater = SoundClass.Music };

        FeelResult result = await FeelAsync(world, await ToneAsync(8));

        Assert.Equal(source, result.Percept.Source);
        Assert.Equal(source == "song", result.Song is not null);
        Assert.Equal(source == "voice", result.Notes.Any(note => note.English.StartsWith("music beside the voice, alone in 0:03.5 of 0:08.0", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(FeelSubject.Song, SoundClass.Speech, "song")]
    [InlineData(FeelSubject.Voice, SoundClass.Singing, "voice")]
    public async Task RunAsync_AsSongOrVoice_IsWhatWasAskedFor(FeelSubject subject, SoundClass heard, string source)
    {
        FeelWorld world = new() { Heard = heard };

        FeelResult result = await new FeelFlow(world).RunAsync(await ToneAsync(2), new FeelOptions { Subject = subject }, TestContext.Current.CancellationToken);

        Assert.Equal(source, result.Percept.Source);
        Assert.Equal(source == "song" ? 1 : 0, world.HearsSongs!.Begun);
    }

    [Fact]
    public async Task RunAsync_ByItselfAndAsSong_SayTheSame()
    {
        FeelWorld world = new() { Heard = SoundClass.Music };
        string path = await ToneAsync(3);

        FeelResult found = await FeelAsync(world, path), asked = await new FeelFlow(world).RunAsync(path, AsSong, TestContext.Current.CancellationToken);

        Assert.Equal(Encoding.UTF8.GetString(FeelVideoTests.Json(found)), Encoding.UTF8.GetString(FeelVideoTests.Json(asked)));
    }

    [Fact]
    public async Task RunAsync_ALongSpeech_IsNotHeardAsASongToItsEnd()
    {
        FeelWorld world = new(), music = new() { Heard = SoundClass.Music };
        string path = await ToneAsync(60);

        FeelResult result = await FeelAsync(world, path);
        FeelResult song = await FeelAsync(music, path);

        Assert.Equal("voice", result.Percept.Source);
        Assert.InRange(world.HearsSongs!.Samples / 8000.0, 20, 25);
        Assert.Equal(60, music.HearsSongs!.Samples / 8000.0, 0.1);
        Assert.Equal("song", song.Percept.Source);
    }

    [Theory]
    [InlineData(12_000)]
    [InlineData(22_050)]
    public async Task RunAsync_AnotherRateForSongs_LeavesTheVoiceAsItIs(int rate)
    {
        FeelResult result = await FeelAsync(new FeelWorld { HearsSongs = new StandInSongs(rate) }, await ToneAsync(3));

        Assert.Equal(3, result.Length!.Value.TotalSeconds, 0.01);
        Assert.Equal(6, result.Segments.Count);
    }

    [Fact]
    public async Task RunAsync_WithoutTheModelOfSongs_FeelsVoicesAndSaysWhatASongLacks()
    {
        string path = await ToneAsync(2);

        FeelResult voice = await FeelAsync(new FeelWorld { HearsSongs = null }, path);
        MissingComponentException missing = await Assert.ThrowsAsync<MissingComponentException>(() => FeelAsync(new FeelWorld { HearsSongs = null, Heard = SoundClass.Music }, path));

        Assert.Equal("voice", voice.Percept.Source);
        Assert.Equal("song-feeling", missing.Component);
    }

    [Fact]
    public async Task RunAsync_SilenceAsASong_IsRefused()
    {
        string silence = await Clip.MakeAsync(_folder["b.wav"], "-f lavfi -i anullsrc=d=3");

        UnsupportedInputException error = await Assert.ThrowsAsync<UnsupportedInputException>(() => new FeelFlow(new FeelWorld()).RunAsync(silence, AsSong, TestContext.Current.CancellationToken));

        Assert.Contains("no music to feel", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("음악이 없습니다", error.Text.Korean, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_TheEvidence_TellsAllThatWasMeasured()
    {
        FeelResult result = await FeelAsync(new FeelWorld { Heard = SoundClass.Music }, await ToneAsync(10));

        Assert.Equal(
            [
                "fast: 132 beats a minute (66 in half time)",
                "in D minor",
                "-14.2 LUFS, level spread 5.1 dB; neither bright nor dark (1820 Hz), 3.2 onsets a second",
                "a voice in 34 % of the time",
                "2 sections, from 0:00.0, 0:05.0",
                "tags: piano 70 %, happy 50 %",
            ],
            result.Percept.Evidence.Select(evidence => evidence.English));
        Assert.All(result.Percept.Evidence, evidence => Assert.Contains(evidence.Korean, letter => letter is >= '가' and <= '힣'));
    }

    [Fact]
    public async Task RunAsync_WordsFromAnEndpoint_CountBesideTheSongAndInItsTimeline()
    {
        FeelWorld world = new() { Heard = SoundClass.Singing, WrittenDown = "so glad" };

        FeelResult result = await FeelAsync(world, await ToneAsync(7));

        Assert.Equal(["song", "text"], result.Percept.Parts.Select(part => part.Percept.Source).Order());
        Assert.All(result.Timeline, moment => Assert.Equal("so glad", moment.Words!.Text));
        Assert.NotNull(result.Song);
    }

    [Fact]
    public async Task RunTogetherAsync_APhotoAndASong_AreOneFeelingWithTheWeightOfEach()
    {
        FeelWorld world = new() { Heard = SoundClass.Music };
        string photo = _folder.Store("a.png", new Picture(32, 32));

        FeelResult result = await new FeelFlow(world).RunTogetherAsync([FeelInput.OfFile(photo), FeelInput.OfFile(await ToneAsync(4))], new FeelOptions(), TestContext.Current.CancellationToken);

        Assert.Equal("mix", result.Kind);
        Assert.Equal(["scene", "song"], result.Percept.Parts.Select(part => part.Percept.Source).Order());
        Assert.All(result.Percept.Parts, part => Assert.InRange(part.Weight, 0.2, 0.8));
        Assert.Equal(2, result.Timeline.Count);
        Assert.Equal(7, result.Song!.Version);
        Assert.Empty(JsonSchema.Read("percept").Faults(Encoding.UTF8.GetString(FeelVideoTests.Json(result))));
    }

    [Fact]
    public async Task RunAsync_AVideoAsASong_IsItsSoundTrack()
    {
        string video = await Clip.MakeAsync(_folder["a.mp4"], "-f lavfi -i testsrc=s=64x48:d=2 -f lavfi -i sine=440:d=2 -c:v mpeg4 -c:a aac");
        FeelWorld world = new() { Heard = SoundClass.Speech };

        FeelResult result = await new FeelFlow(world).RunAsync(video, AsSong, TestContext.Current.CancellationToken);

        Assert.Equal(("sound", "song", 0), (result.Kind, result.Percept.Source, world.Searches));
    }

    [Fact]
    public async Task Timeline_InEveryForm_TellsTheSame()
    {
        FeelResult result = await FeelAsync(new FeelWorld { Heard = SoundClass.Music }, await ToneAsync(4));

        string[] rows = TimelineCsv.Write(result).TrimEnd('\n').Split('\n');
        XElement[] svg = [.. XDocument.Parse(TimelineSvg.Draw(result, Language.English)).Descendants()];
        string json = Encoding.UTF8.GetString(FeelVideoTests.Json(result));

        Assert.Equal(3, rows.Length);
        Assert.StartsWith("2,-0.6,", rows[2], StringComparison.Ordinal);
        Assert.Contains(svg, element => element.Name.LocalName == "text" && element.Value == "sections");
        Assert.Equal(2, svg.Count(element => element.Attribute("class")?.Value == "voice"));

        // A moment lasts until the next, the last one to the end.
        XElement line = svg.First(element => element.Name.LocalName == "polyline");
        Assert.EndsWith("840,", string.Concat(line.Attribute("points")!.Value.Split(' ')[^1].TakeWhile(letter => letter != ',').Append(',')), StringComparison.Ordinal);
        Assert.Empty(JsonSchema.Read("percept").Faults(json));
        JsonElement song = JsonDocument.Parse(json).RootElement.GetProperty("song");
        Assert.Equal((132, "D minor", 0.12), (song.GetProperty("tempo").GetDouble(), song.GetProperty("key").GetString(), song.GetProperty("keyLead").GetDouble()));
        Assert.Equal(2, song.GetProperty("sections").GetArrayLength());
    }

    private Task<string> ToneAsync(int seconds) => Clip.MakeAsync(_folder["tone.wav"], $"-f lavfi -i sine=440:d={seconds}:r=8000");

    private static Task<FeelResult> FeelAsync(FeelWorld world, string path) => new FeelFlow(world).RunAsync(path, new FeelOptions(), TestContext.Current.CancellationToken);
}

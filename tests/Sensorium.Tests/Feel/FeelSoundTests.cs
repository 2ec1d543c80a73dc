using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Tests;

public sealed class FeelSoundTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.wav", "-f lavfi -i sine=440:d=2")]
    [InlineData("a.mp3", "-f lavfi -i sine=440:d=2 -c:a libmp3lame")]
    [InlineData("a.ogg", "-f lavfi -i sine=440:d=2 -c:a libvorbis")]
    [InlineData("a.m4a", "-f lavfi -i sine=440:d=2 -c:a aac")]
    [InlineData("cover.mp3", "-f lavfi -i sine=440:d=2 -f lavfi -i color=red:s=64x64:d=0.1 -map 0 -map 1 -frames:v 1 -c:v png -disposition:v attached_pic")]
    [InlineData("cover.m4a", "-f lavfi -i sine=440:d=2 -f lavfi -i color=red:s=64x64:d=0.1 -map 0 -map 1 -frames:v 1 -c:v png -disposition:v attached_pic")]
    [InlineData("phone.wav", "-f lavfi -i sine=440:d=2:r=8000")]
    [InlineData("round.wav", "-f lavfi -i sine=440:d=2 -ac 8")]
    public async Task RunAsync_ASoundOfAnyKind_IsItsVoice(string name, string arguments)
    {
        FeelWorld world = new();

        FeelResult result = await FeelAsync(world, await Clip.MakeAsync(_folder["clip." + name], arguments));

        Assert.Equal("sound", result.Kind);
        Assert.Equal("voice", result.Percept.Source);
        Assert.Equal((0, 0), (result.Width, result.Height));
        Assert.InRange(result.Length!.Value.TotalSeconds, 1.9, 2.2);
        Assert.NotEmpty(result.Segments);
        Assert.Equal(0, world.Searches);
    }

    [Fact]
    public async Task RunAsync_SilenceOrTooFaintAVoice_IsRefusedWithWhatIsHeard()
    {
        string path = await Clip.MakeAsync(_folder["a.wav"], "-f lavfi -i sine=440:d=3");
        string silence = await Clip.MakeAsync(_folder["b.wav"], "-f lavfi -i anullsrc=d=1");

        UnsupportedInputException nothing = await Assert.ThrowsAsync<UnsupportedInputException>(() => FeelAsync(new FeelWorld(), silence));
        UnsupportedInputException faint = await Assert.ThrowsAsync<UnsupportedInputException>(() => FeelAsync(new FeelWorld { VoiceFeeling = null }, path));
        UnsupportedInputException music = await Assert.ThrowsAsync<UnsupportedInputException>(() =>
            new FeelFlow(new FeelWorld { Heard = SoundClass.Music }).RunAsync(path, new FeelOptions { Subject = FeelSubject.Voice }, TestContext.Current.CancellationToken));

        Assert.Contains("0:01.0 without voice or music", nothing.Message, StringComparison.Ordinal);
        Assert.Contains("too short or too faint", faint.Message, StringComparison.Ordinal);
        Assert.Contains("music for 0:03.0 of 0:03.0, no voice", music.Message, StringComparison.Ordinal);
        Assert.Contains("--as song", music.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ASungVoiceAsVoice_IsNoted()
    {
        FeelResult result = await new FeelFlow(new FeelWorld { Heard = SoundClass.Singing })
            .RunAsync(await Clip.MakeAsync(_folder["a.wav"], "-f lavfi -i sine=440:d=1"), new FeelOptions { Subject = FeelSubject.Voice }, TestContext.Current.CancellationToken);

        Assert.Contains(result.Notes, note => note.English.Contains("sung", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_WordsFromAnEndpoint_CountBesideTheVoice()
    {
        string path = await Clip.MakeAsync(_folder["a.wav"], "-f lavfi -i sine=440:d=2");
        FeelWorld world = new() { WrittenDown = " I am glad. " };

        FeelResult result = await FeelAsync(world, path);
        FeelResult unasked = await new FeelFlow(world).RunAsync(path, new FeelOptions { Transcribe = false }, TestContext.Current.CancellationToken);

        Assert.Equal(new FeelTranscript("I am glad.", "stand-in-whisper", "en"), result.Transcript);
        Assert.Equal(["text", "voice"], result.Percept.Parts.Select(part => part.Percept.Source).Order());
        Assert.Equal(["I am glad."], world.Read);
        Assert.Equal(2, world.SecondsSent, 0.1);
        Assert.Null(unasked.Transcript);
    }

    [Fact]
    public async Task RunAsync_AnEndpointThatFails_IsNotedAndDoneWithout()
    {
        FeelResult result = await FeelAsync(new FeelWorld { WrittenDown = string.Empty }, await Clip.MakeAsync(_folder["a.wav"], "-f lavfi -i sine=440:d=1"));

        Assert.Equal("voice", result.Percept.Source);
        Assert.Equal("The endpoint is asleep", result.Notes[0].English);
    }

    [Fact]
    public async Task RunAsync_BytesOfASound_LeaveNoFileBehind()
    {
        byte[] bytes = await File.ReadAllBytesAsync(await Clip.MakeAsync(_folder["a.m4a"], "-f lavfi -i sine=440:d=1.37 -c:a aac"), TestContext.Current.CancellationToken);

        FeelResult result = await new FeelFlow(new FeelWorld()).RunAsync(bytes, "-", new FeelOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(("-", "sound", bytes.Length), (result.Input, result.Kind, (int)result.Bytes));

        // Other runs may hold sounds of their own there; none is as long as this one.
        Assert.DoesNotContain(
            Directory.GetDirectories(Path.GetTempPath(), "sensorium-*"),
            folder => new FileInfo(Path.Combine(folder, "-")) is { Exists: true } file && file.Length == bytes.Length);
    }

    [Fact]
    public async Task RunAsync_SamplesThatAreNoNumbers_AreSilence()
    {
        float[] samples = [.. Enumerable.Range(0, 16_000).Select(i => i % 7 == 0 ? float.NaN : i % 5 == 0 ? float.PositiveInfinity : 0.2f)];
        using (FileStream file = File.Create(_folder["nan.wav"]))
        {
            SoundBuffer sound = new(8000, 1, samples.Length);
            samples.CopyTo(sound.Channel(0));
            WavFile.Write(file, sound, WavSampleFormat.Floating);
        }

        FeelResult result = await FeelAsync(new FeelWorld(), _folder["nan.wav"]);

        Assert.Equal(2, result.Length!.Value.TotalSeconds, 0.01);
    }

    [Fact]
    public async Task RunAsync_AsVoice_HearsAVideoAndRefusesAPicture()
    {
        string video = await Clip.MakeAsync(_folder["a.mp4"], "-f lavfi -i testsrc=s=64x48:d=1 -f lavfi -i sine=440:d=1 -c:v mpeg4 -c:a aac");
        FeelOptions voice = new() { Subject = FeelSubject.Voice };
        FeelWorld world = new();

        FeelResult result = await new FeelFlow(world).RunAsync(video, voice, TestContext.Current.CancellationToken);

        Assert.Equal(("sound", "voice", 0), (result.Kind, result.Percept.Source, world.Searches));
        await Assert.ThrowsAsync<UnsupportedInputException>(() => new FeelFlow(world).RunAsync(_folder.Store("a.png", new Picture(8, 8)), voice, TestContext.Current.CancellationToken));
    }

    private static Task<FeelResult> FeelAsync(FeelWorld world, string path) => new FeelFlow(world).RunAsync(path, new FeelOptions(), TestContext.Current.CancellationToken);
}

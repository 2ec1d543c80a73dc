using System.Text.Json;
using Sensorium.Media;

namespace Sensorium.Library.Tests;

public sealed class PostcardMakerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401, 301, false, 160, 120)]
    [InlineData(91, 71, true, 90, 70)]
    [InlineData(300, 20, false, 160, 64)]
    public async Task MakeAsync_PhotoAndSong_IsWhatSitesTake(int photoWidth, int photoHeight, bool zooms, int width, int height)
    {
        PlayerTool.Need("ffprobe");
        using var folder = new PlayerFolder();
        string photo = Photo(folder, photoWidth, photoHeight);

        // Silence at first; the tone, and the feeling that is wanted, come after ten seconds.
        string path = await PlayerTool.ToneAsync(folder["a 'b' %d.mp3"], 20, filter: "volume=enable='lt(t,10)':volume=0");
        LibrarySong song = PlayerSongs.Make(path, 20, "비\n밤", "Ann", [PlayerSongs.Moment(0, -1, -1), PlayerSongs.Moment(10, 1, 1)], [TimeSpan.Zero, TimeSpan.FromSeconds(11)]);
        var options = new PostcardOptions { Length = TimeSpan.FromSeconds(3), MostWidth = 160, MostHeight = 120, FrameRate = 10, Zooms = zooms };
        Postcard postcard = await new PostcardMaker().MakeAsync(photo, song, PlayerSongs.Feeling(1, 1), folder["card.mp4"], options, Stop);
        Assert.Equal(new Postcard(TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(3), width, height), postcard);

        using JsonDocument json = JsonDocument.Parse(await PlayerTool.RunAsync(PlayerTool.Need("ffprobe"), folder.Path, "-v", "error", "-show_streams", "-show_format", "-of", "json", folder["card.mp4"]));
        JsonElement[] streams = [.. json.RootElement.GetProperty("streams").EnumerateArray()];
        JsonElement video = streams.Single(stream => stream.GetProperty("codec_type").GetString() == "video");
        JsonElement audio = streams.Single(stream => stream.GetProperty("codec_type").GetString() == "audio");
        Assert.Equal(("h264", "yuv420p", width, height), (video.GetProperty("codec_name").GetString(), video.GetProperty("pix_fmt").GetString(), video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32()));
        Assert.Equal("aac", audio.GetProperty("codec_name").GetString());
        JsonElement format = json.RootElement.GetProperty("format");
        Assert.InRange(double.Parse(format.GetProperty("duration").GetString()!), 2.9, 3.15);
        Assert.Equal("비 밤", format.GetProperty("tags").GetProperty("title").GetString());

        // It fades in, is loud in the middle, and fades out.
        SoundBuffer sound = await new SoundReader().ReadAsync(folder["card.mp4"], new SoundReadOptions { SampleRate = 8000, ChannelCount = 1 }, Stop);
        double Level(double second) => Math.Sqrt(sound.Channel(0).Slice((int)(second * 8000), 800).ToArray().Average(sample => (double)sample * sample));
        Assert.True(Level(1.5) > 0.02, $"{Level(1.5)}");
        Assert.True(Level(0) < Level(1.5) / 4, $"{Level(0)}");
        Assert.True(Level(2.88) < Level(1.5) / 4, $"{Level(2.88)}");
    }

    [Fact]
    public async Task MakeAsync_SongThatIsAPlaylist_LeavesNothing()
    {
        PlayerTool.Need("ffmpeg");
        using var folder = new PlayerFolder();
        string secret = await PlayerTool.ToneAsync(folder["secret.mp3"], 3);
        File.WriteAllText(folder["song.mp3"], $"ffconcat version 1.0\nfile '{secret}'\n");
        await Assert.ThrowsAsync<OutputFailedException>(() => new PostcardMaker().MakeAsync(
            Photo(folder, 100, 100), PlayerSongs.Make(folder["song.mp3"], 3), default, folder["card.mp4"], new PostcardOptions { Length = TimeSpan.FromSeconds(2) }, Stop));
        Assert.False(File.Exists(folder["card.mp4"]));
        Assert.Equal(3, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public async Task MakeAsync_OtherEnding_IsRefused() => await Assert.ThrowsAsync<UnsupportedInputException>(
        () => new PostcardMaker().MakeAsync("photo.jpg", PlayerSongs.Make("/song.mp3", 3), default, "card.gif", cancellationToken: Stop));

    private static string Photo(PlayerFolder folder, int width, int height)
    {
        var picture = new Picture(width, height);
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            picture.Pixels[i] = (byte)(i * 7);
        }

        using FileStream file = File.Create(folder["photo.png"]);
        PngFile.Write(file, picture);
        return folder["photo.png"];
    }
}

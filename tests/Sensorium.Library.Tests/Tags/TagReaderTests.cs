using System.Text.Json;

namespace Sensorium.Library.Tests;

/// <summary>Files that ffmpeg wrote, read by us and by ffprobe.</summary>
public sealed class TagReaderTests
{
    private const string Title = "비 오는 밤 \U0001F327️ = \"it's\"";

    [Theory]
    [InlineData("a.mp3", "-id3v2_version 3")]
    [InlineData("a.mp3", "-id3v2_version 4")]
    [InlineData("a.mp3", "-id3v2_version 3 -write_id3v1 1")]
    [InlineData("a.flac", "")]
    [InlineData("a.ogg", "-c:a libvorbis")]
    [InlineData("a.opus", "-c:a libopus")]
    [InlineData("a.oga", "-c:a flac")]
    [InlineData("a.m4a", "")]
    [InlineData("a.wav", "")]
    [InlineData("a.aiff", "-write_id3v2 1")]
    [InlineData("a.mka", "-c:a flac")]
    [InlineData("a.wv", "-c:a wavpack")]
    public async Task ReadAsync_FilesThatFFmpegWrote_AgreeWithWhatWasWritten(string name, string options)
    {
        using var folder = new TempFolder();
        await WriteAsync(folder[name], options, ("title", Title), ("artist", "Ann & Bob"), ("album", "둘째"), ("track", "3/12"), ("date", "1987-05-04"), ("genre", "Ambient"));

        SongTags tags = await new TagReader().ReadAsync(folder[name], TestContext.Current.CancellationToken);

        Assert.Equal((Title, "Ann & Bob", "둘째"), (tags.Title, tags.Artist, tags.Album));
        Assert.Equal((3, 1987), (tags.TrackNumber, tags.Year));
        Assert.Equal(["Ambient"], tags.Genres);
    }

    [Theory]
    [InlineData("a.mp3", "-id3v2_version 4")]
    [InlineData("a.flac", "")]
    [InlineData("a.ogg", "-c:a libvorbis")]
    public async Task ReadAsync_RarerFields_AreFound(string name, string options)
    {
        using var folder = new TempFolder();
        string tempo = name == "a.mp3" ? "TBPM" : "BPM", key = name == "a.mp3" ? "TKEY" : "INITIALKEY";
        await WriteAsync(
            folder[name],
            options,
            ("album_artist", "Various"), ("MOOD", "calm"), (tempo, "127.5"), (key, "F#m"), ("language", "kor"), ("MUSICBRAINZ_TRACKID", "6A0F3BC4-2AB5-4F94-8B37-3A1A1D3A5C11"));

        SongTags tags = await new TagReader().ReadAsync(folder[name], TestContext.Current.CancellationToken);

        Assert.Equal(("Various", "calm", 127.5, "F#m", "kor"), (tags.AlbumArtist, tags.Mood, tags.Tempo, tags.Key, tags.Language));
        Assert.Equal("6a0f3bc4-2ab5-4f94-8b37-3a1a1d3a5c11", tags.MusicBrainzId);
    }

    [Fact]
    public async Task ReadAsync_AgreesWithFFprobe_OnAPictureAndTags()
    {
        using var folder = new TempFolder();
        await Tool.RunAsync(
            Tool.FFmpeg, "-v", "error", "-f", "lavfi", "-i", "sine=d=1", "-f", "lavfi", "-i", "testsrc=s=600x600:d=1", "-map", "0", "-map", "1", "-frames:v", "1", "-c:v", "png",
            "-disposition:v", "attached_pic", "-metadata", "title=With a picture", "-metadata", "artist=Someone", folder["a.mp3"]);
        using JsonDocument json = JsonDocument.Parse(await Tool.RunAsync(Tool.FFprobe, "-v", "error", "-show_entries", "format_tags", "-of", "json", folder["a.mp3"]));
        JsonElement expected = json.RootElement.GetProperty("format").GetProperty("tags");

        SongTags tags = await new TagReader().ReadAsync(folder["a.mp3"], TestContext.Current.CancellationToken);

        Assert.Equal((expected.GetProperty("title").GetString(), expected.GetProperty("artist").GetString()), (tags.Title, tags.Artist));
    }

    [Fact]
    public async Task ReadAsync_NoTags_GivesNothing()
    {
        using var folder = new TempFolder();
        folder.Write("a.wav", Sounds.Tone(440));
        folder.Write("b.txt", "no sound at all, only words"u8.ToArray());

        Assert.Null((await new TagReader().ReadAsync(folder["a.wav"], TestContext.Current.CancellationToken)).Title);
        Assert.Null((await new TagReader().ReadAsync(folder["b.txt"], TestContext.Current.CancellationToken)).Title);
        await Assert.ThrowsAsync<MalformedInputException>(() => new TagReader().ReadAsync(folder["none"], TestContext.Current.CancellationToken));
    }

    private static Task<byte[]> WriteAsync(string path, string options, params (string Name, string Value)[] tags) => Tool.RunAsync(
        Tool.FFmpeg,
        ["-v", "error", "-f", "lavfi", "-i", "sine=d=1", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. tags.SelectMany(tag => new[] { "-metadata", $"{tag.Name}={tag.Value}" }), path]);
}

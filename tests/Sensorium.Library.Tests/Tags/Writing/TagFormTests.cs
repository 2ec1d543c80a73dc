using System.Text;
using System.Text.Json;

namespace Sensorium.Library.Tests;

/// <summary>Tags written into files that ffmpeg made, heard and read by ffmpeg: 3 files of each kind by default, 10 with SENSORIUM_TEST_FULL=1.</summary>
public sealed class TagFormTests
{
    private static readonly (TagField Field, string Text)[] Marks = [(TagField.Mood, "calm"), (TagField.Tempo, "93"), (TagField.Key, "F#m")];

    private static readonly string[] Names = ["title", "artist", "album", "comment", "genre", "MOOD", "TMOO", "BPM", "TBPM", "initialkey", "TKEY", "mood", "encoder_note", "date"];

    [Theory]
    [InlineData("a.mp3", "-c:a libmp3lame -id3v2_version 3 -write_id3v1 1")]
    [InlineData("b.mp3", "-c:a libmp3lame -id3v2_version 4")]
    [InlineData("c.mp3", "-c:a libmp3lame -id3v2_version 0 -map_metadata -1")]
    [InlineData("a.flac", "-c:a flac")]
    [InlineData("a.ogg", "-c:a libvorbis")]
    [InlineData("a.opus", "-c:a libopus")]
    [InlineData("a.m4a", "-c:a aac")]
    [InlineData("b.m4a", "-c:a aac -movflags +faststart")]
    [InlineData("d.mp4", "-c:a aac -map_metadata -1 -fflags +bitexact")]
    [InlineData("a.wav", "-c:a pcm_s16le -write_id3v2 1")]
    [InlineData("b.wav", "-c:a pcm_u8")]
    [InlineData("a.aiff", "-c:a pcm_s16be -write_id3v2 1")]
    [InlineData("b.aiff", "-c:a pcm_s16be")]
    public async Task Rewrite_OfRandomTags_KeepsTheSoundAndGoesBack(string name, string options)
    {
        using var folder = new TempFolder();
        var random = new Pcg32((ulong)name.Sum(letter => letter));
        for (int round = 0; round < (Repository.IsFull ? 10 : 3); round++)
        {
            string path = folder[round + name];
            await Tool.RunAsync(Tool.FFmpeg, ["-v", "error", "-f", "lavfi", "-i", $"sine=f={300 + random.Next(500)}:d={1 + random.Next(20)}", .. options.Split(' '), .. Tags(random), "-bitexact", path]);
            byte[] before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            string sound = await SoundAsync(path);
            Dictionary<string, string> said = await AskAsync(path);

            (byte[] after, FieldEdit[] back) = Edited.Write(before, Marks);
            await File.WriteAllBytesAsync(path, after, TestContext.Current.CancellationToken);

            Assert.Equal(sound, await SoundAsync(path));
            Assert.Equal(Edited.Sound(before), Edited.Sound(after));
            SongTags tags = Edited.Read(after);
            Assert.Equal(("calm", 93.0, "F#m"), (tags.Mood, tags.Tempo, tags.Key));
            Dictionary<string, string> says = await AskAsync(path);
            Assert.Equal(Others(said), Others(says));
            if (Path.GetExtension(name) != ".wav")
            {
                // ffprobe passes over the ID3 chunk of WAV files.
                Assert.Equal(["F#m", "calm"], says.Where(pair => IsOurs(pair.Key) && pair.Value != "93").Select(pair => pair.Value).Order(StringComparer.Ordinal));
            }

            byte[] restored = Edited.Restore(after, back);
            Assert.Equal(Edited.Read(before) with { Genres = [] }, Edited.Read(restored) with { Genres = [] });
            if (Path.GetExtension(name) is not (".ogg" or ".opus") && said.Keys.Where(IsOurs).GroupBy(TagFields.WrittenFieldOf).All(group => group.Count() == 1))
            {
                // Entries of one field that stood apart come back together.
                Assert.Equal(before, restored);
            }

            await File.WriteAllBytesAsync(path, restored, TestContext.Current.CancellationToken);
            Assert.Equal(said, await AskAsync(path));
            Assert.Equal(sound, await SoundAsync(path));
        }
    }

    [Theory]
    [InlineData("a.ogg", "-c:a libvorbis", 70_000)]
    [InlineData("a.opus", "-c:a libopus", 65_000)]
    [InlineData("b.opus", "-c:a libopus", 130_400)]
    public async Task Rewrite_OfCommentsThatNeedAnotherPage_RenumbersThePages(string name, string options, int length)
    {
        using var folder = new TempFolder();
        await Tool.RunAsync(Tool.FFmpeg, ["-v", "error", "-f", "lavfi", "-i", "sine=d=9", .. options.Split(' '), folder[name]]);
        string sound = await SoundAsync(folder[name]);
        byte[] file = await File.ReadAllBytesAsync(folder[name], TestContext.Current.CancellationToken);
        byte[] comment = [.. "NOTE="u8, .. Enumerable.Repeat((byte)'x', length)];
        byte[] entry = [.. BitConverter.GetBytes(comment.Length), .. comment];

        // A long comment, put where the mood stands.
        using var bytes = new TagBytes(file);
        TagRewrite rewrite = TagForms.Of(bytes).Rewrite(bytes, [FieldEdit.Restore(TagField.Mood, entry)]);
        byte[] grown = [.. rewrite.Pieces.SelectMany(piece => piece.At < 0 ? piece.Bytes.ToArray() : file[(int)piece.At..(int)(piece.At + piece.Length)])];
        (byte[] after, FieldEdit[] back) = Edited.Write(grown, Marks);
        await File.WriteAllBytesAsync(folder[name], after, TestContext.Current.CancellationToken);

        Assert.Equal("calm", Edited.Read(after).Mood);
        Assert.Equal(sound, await SoundAsync(folder[name]));
        Assert.Equal(grown, Edited.Restore(after, back));
        uint number = 0;
        using var pages = new TagBytes(after);
        for (OggPage? page = OggPage.Read(pages, 0); page is not null; page = OggPage.Read(pages, page.End))
        {
            Assert.Equal(number, page.Number);
            Assert.Equal(after[(int)page.At..(int)page.BodyAt], page.Renumbered(pages, number++));
        }

        Assert.True(number > 2);
    }

    [Fact]
    public async Task Rewrite_OfAPictureAndPadding_LeavesThem()
    {
        using var folder = new TempFolder();
        foreach (string name in (string[])["a.mp3", "a.flac", "a.m4a"])
        {
            await Tool.RunAsync(
                Tool.FFmpeg, "-v", "error", "-f", "lavfi", "-i", "sine=d=1", "-f", "lavfi", "-i", "testsrc=s=300x300:d=1", "-map", "0", "-map", "1", "-frames:v", "1", "-c:v", "png",
                "-disposition:v", "attached_pic", "-metadata", "title=With a picture", folder[name]);
            byte[] before = await File.ReadAllBytesAsync(folder[name], TestContext.Current.CancellationToken);
            string sound = await SoundAsync(folder[name], "0");

            (byte[] after, FieldEdit[] back) = Edited.Write(before, Marks);
            await File.WriteAllBytesAsync(folder[name], after, TestContext.Current.CancellationToken);

            Assert.Equal(sound, await SoundAsync(folder[name], "0"));
            Assert.Equal(before, Edited.Restore(after, back));
        }
    }

    [Fact]
    public async Task Rewrite_ReadByOtherPrograms_SaysTheSame()
    {
        using var folder = new TempFolder();
        string metaflac = PlayerTool.Need("metaflac"), inspect = PlayerTool.Need("mutagen-inspect");
        foreach (string name in (string[])["a.mp3", "a.flac", "a.ogg", "a.opus", "a.m4a", "a.wav", "a.aiff"])
        {
            await Tool.RunAsync(Tool.FFmpeg, "-v", "error", "-f", "lavfi", "-i", "sine=d=1", "-metadata", "title=Mine", folder[name]);
            File.WriteAllBytes(folder[name], Edited.Write(File.ReadAllBytes(folder[name]), Marks).File);
            string said = Encoding.UTF8.GetString(await Tool.RunAsync(inspect, folder[name]));
            Assert.True(((string[])["calm", "93", "F#m"]).All(value => said.Contains(value, StringComparison.Ordinal)), said);
        }

        string flac = Encoding.UTF8.GetString(await Tool.RunAsync(metaflac, "--export-tags-to=-", folder["a.flac"]));
        Assert.All((string[])["MOOD=calm", "BPM=93", "INITIALKEY=F#m"], line => Assert.Contains(line, flac, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.mkv", "Matroska")]
    [InlineData("a.wma", "ASF")]
    [InlineData("a.aac", "AAC")]
    [InlineData("a.tta", "TTA")]
    [InlineData("a.spx", "Vorbis")]
    [InlineData("a.oga", "Vorbis")]
    [InlineData("frag.mp4", "fragments")]
    [InlineData("64.wav", "RF64")]
    [InlineData("keys.m4a", "QuickTime")]
    public async Task Of_OtherContainers_AreRefusedByName(string name, string word)
    {
        using var folder = new TempFolder();
        string options = name switch { "frag.mp4" => "-c:a aac -movflags +frag_keyframe+empty_moov", "64.wav" => "-rf64 always", "keys.m4a" => "-c:a aac -movflags +use_metadata_tags -metadata title=x", "a.oga" => "-c:a flac", "a.spx" => "-c:a libspeex -ar 8000", _ => "-ac 1" };
        if (name == "a.spx")
        {
            string encoders = Encoding.UTF8.GetString(await Tool.RunAsync(Tool.FFmpeg, "-v", "error", "-encoders"));
            Assert.SkipWhen(!encoders.Contains("libspeex", StringComparison.Ordinal), "This ffmpeg writes no Speex.");
        }

        await Tool.RunAsync(Tool.FFmpeg, ["-v", "error", "-f", "lavfi", "-i", "sine=d=1", .. options.Split(' '), folder[name]]);

        UnsupportedInputException error = Assert.Throws<UnsupportedInputException>(() => Edited.Write(File.ReadAllBytes(folder[name]), Marks));

        Assert.Contains(word, error.Message, StringComparison.Ordinal);
        Assert.NotEqual(error.Text.English, error.Text.Korean);
    }

    private static string[] Tags(Pcg32 random) =>
    [
        .. Names.Where(_ => random.Next(3) == 0).SelectMany(name => new[] { "-metadata", $"{name}={Value(name, random)}" }),
        "-metadata", $"copyright={new string('ÿ', random.Next(300))}",
    ];

    private static string Value(string name, Pcg32 random) => name switch
    {
        "BPM" or "TBPM" => $"{60 + random.Next(90)}",
        "date" => "1999",
        _ => ((string[])["plain", "노래 🎵", "ÿþ\u00ff", "a;b=c/d", new string('z', 3000)])[random.Next(5)],
    };

    private static async Task<string> SoundAsync(string path, string map = "0:a") =>
        Encoding.UTF8.GetString(await Tool.RunAsync(Tool.FFmpeg, "-v", "error", "-i", path, "-map", map, "-c", "copy", "-f", "streamhash", "-hash", "sha256", "-"));

    private static async Task<Dictionary<string, string>> AskAsync(string path)
    {
        using JsonDocument json = JsonDocument.Parse(await Tool.RunAsync(Tool.FFprobe, "-v", "error", "-show_entries", "format_tags:stream_tags", "-of", "json", path));
        IEnumerable<JsonElement> holders = json.RootElement.GetProperty("streams").EnumerateArray().Append(json.RootElement.GetProperty("format"));
        return holders.Where(holder => holder.TryGetProperty("tags", out _)).SelectMany(holder => holder.GetProperty("tags").EnumerateObject())
            .GroupBy(tag => tag.Name).ToDictionary(group => group.Key, group => string.Join('|', group.Select(tag => tag.Value.ToString())));
    }

    private static Dictionary<string, string> Others(Dictionary<string, string> tags) => tags.Where(tag => !IsOurs(tag.Key)).ToDictionary();

    private static bool IsOurs(string name) => TagFields.WrittenFieldOf(name) is not null;
}

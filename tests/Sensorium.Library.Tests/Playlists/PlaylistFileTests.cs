using System.Text;

namespace Sensorium.Library.Tests;

public sealed class PlaylistFileTests
{
    [Fact]
    public void Write_M3u8_IsThis()
    {
        using var folder = new PlayerFolder();
        var list = new Playlist
        {
            Title = "Rain\nat night",
            Entries =
            [
                PlaylistEntry.FromSong(PlayerSongs.Make(folder["music/a b.mp3"], 61.6, "Blue", "Ann"), "calm, 0.12 away"),
                new PlaylistEntry { Location = folder["music/cd.flac"], Title = "Part - two", Start = TimeSpan.FromSeconds(1.5), Length = TimeSpan.FromSeconds(2) },
                new PlaylistEntry { Location = folder["#1%.mp3"] },
                new PlaylistEntry { Location = "https://host/song.mp3?x=1" },
            ],
        };
        PlaylistFile.Write(folder["x.M3U8"], list);
        Assert.Equal(
            $"""
            #EXTM3U
            #PLAYLIST:Rain at night
            #EXTINF:62,Ann - Blue
            #EXTART:Ann
            #REASON:calm, 0.12 away
            music/a b.mp3
            #EXTINF:2,Part - two
            #EXTART:
            #EXTVLCOPT:start-time=1.5
            #EXTVLCOPT:stop-time=3.5
            music/cd.flac
            #EXTINF:-1,
            file://{folder["%231%25.mp3"]}
            #EXTINF:-1,
            https://host/song.mp3?x=1

            """,
            File.ReadAllText(folder["x.M3U8"]));
    }

    [Fact]
    public void Read_M3uOfOthers_FindsWhatTheyWrote()
    {
        byte[] file = Encoding.Latin1.GetBytes("#EXTM3U\r\n#EXTINF:123 tvg-id=\"a\",Bj\u00F6rk - J\u00F3ga - live\r\n..\\b.mp3\r\n\r\n# comment\r\n  c.mp3  \r\nfile:///d%20e.mp3\r\n");
        Playlist list = PlaylistFile.ReaderFor("x.m3u").Read(file, Path.GetFullPath("/lists"), "x.m3u");
        Assert.Equal(3, list.Entries.Count);
        Assert.Equal(("Björk", "Jóga - live", TimeSpan.FromSeconds(123)), (list.Entries[0].Creator, list.Entries[0].Title, list.Entries[0].Length));
        Assert.Equal(Path.GetFullPath("/lists/c.mp3"), list.Entries[1].Location);
        Assert.Equal(Path.GetFullPath("/d e.mp3"), list.Entries[2].Location);
    }

    [Fact]
    public void Write_SongWithoutAbsolutePath_LeavesTheOldFile()
    {
        using var folder = new PlayerFolder();
        File.WriteAllText(folder["x.xspf"], "old");
        var list = new Playlist { Entries = [new PlaylistEntry { Location = folder["a.mp3"] }, new PlaylistEntry { Location = "relative.mp3" }] };
        MalformedInputException error = Assert.Throws<MalformedInputException>(() => PlaylistFile.Write(folder["x.xspf"], list));
        Assert.Contains("relative.mp3", error.Text.Korean, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(folder["x.xspf"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Write_UnknownEnding_IsRefused() =>
        Assert.Contains(".xspf", Assert.Throws<UnsupportedInputException>(() => PlaylistFile.Write("list.pls", new Playlist { Entries = [] })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("x.xspf", "")]
    [InlineData("x.xspf", "<playlist/>")]
    [InlineData("x.xspf", "<!DOCTYPE a [<!ENTITY b \"c\">]><playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\"><title>&b;</title></playlist>")]
    [InlineData("x.jspf", "")]
    [InlineData("x.jspf", "[]")]
    [InlineData("x.jspf", "{\"playlist\":{\"track\":[{\"location\":[\"a%00b\"]}]}}")]
    [InlineData("x.jspf", "{\"playlist\":{\"title\":\"\\ud800\"}}")]
    public void Read_Damaged_IsNamed(string name, string text)
    {
        using var folder = new PlayerFolder();
        File.WriteAllText(folder[name], text);
        Assert.Contains(name, Assert.Throws<MalformedInputException>(() => PlaylistFile.Read(folder[name])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NestedTooDeep_IsNamed()
    {
        using var folder = new PlayerFolder();
        File.WriteAllText(folder["x.xspf"], string.Concat(Enumerable.Repeat("<a>", 100_000)));
        Assert.Throws<MalformedInputException>(() => PlaylistFile.Read(folder["x.xspf"]));
    }

    [Fact]
    public void Read_NoFile_IsNamed() => Assert.Throws<MalformedInputException>(() => PlaylistFile.Read(Path.Combine(Path.GetTempPath(), "there is none.m3u8")));
}

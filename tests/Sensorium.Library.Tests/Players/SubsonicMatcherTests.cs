namespace Sensorium.Library.Tests;

public sealed class SubsonicMatcherTests
{
    private static readonly SubsonicMatcher Matcher = new(
    [
        Song("mbid", "X", "Y", 100) with { MusicBrainzId = "ABC" },
        Song("one", "Café (feat. Bob)", "The Ánn", 200) with { Path = "The Ann/First/01.mp3" },
        Song("other", "Else", "Else", 200) with { Path = "Else/Second/01.mp3" },
        Song("hangul", "\u1100\u1161\u11a8", "한", 50) with { Path = "\u1100\u1161/\u1100\u1161\u11a8.mp3" },
        Song("live", "Song", "Cat", 300) with { Album = "Live" },
        Song("studio", "Song", "Cat", 300) with { Album = "Studio" },
        Song("signs", "!!!", "???", 10),
    ]);

    [Theory]
    [InlineData("/a/b.mp3", "abc", null, null, null, 101, "mbid")]
    [InlineData("/music/First/01.mp3", null, null, null, null, 202, "one")]
    [InlineData("/music/First/01.mp3", null, null, null, null, 210, null)]
    [InlineData("/music/01.mp3", null, null, null, null, 200, null)]
    [InlineData("/m/가/각.mp3", null, null, null, null, 50, "hangul")]
    [InlineData("/m/x.mp3", null, "CAFE", "the ann", null, 198, "one")]
    [InlineData("/m/x.mp3", null, "CAFE", "the ann", null, 190, null)]
    [InlineData("/m/x.mp3", null, "각", "한", null, 50, "hangul")]
    [InlineData("/m/x.mp3", null, "song", "cat", "studio", 300, "studio")]
    [InlineData("/m/x.mp3", null, "!!!", "???", null, 10, "signs")]
    [InlineData("/m/x.mp3", null, "?!?", "???", null, 10, null)]
    public void Find_Song_IsThis(string path, string? recording, string? title, string? artist, string? album, double seconds, string? expected)
    {
        var entry = new PlaylistEntry { Location = path, MusicBrainzId = recording, Title = title, Creator = artist, Album = album, Length = TimeSpan.FromSeconds(seconds) };
        Assert.Equal(expected, Matcher.Find(entry)?.Id);
    }

    [Fact]
    public void Find_PartOfAFile_IsNotFoundByItsPath()
    {
        var entry = new PlaylistEntry { Location = "/music/First/01.mp3", Start = TimeSpan.FromSeconds(1), Length = TimeSpan.FromSeconds(200) };
        Assert.Null(Matcher.Find(entry));
    }

    private static SubsonicSong Song(string id, string title, string artist, double seconds) =>
        new() { Id = id, Title = title, Artist = artist, Length = TimeSpan.FromSeconds(seconds) };
}

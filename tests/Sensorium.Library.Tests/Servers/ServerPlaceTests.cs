namespace Sensorium.Library.Tests;

public sealed class ServerPlaceTests
{
    [Theory]
    [InlineData("12")]
    [InlineData("a b/c#song=d?e&f%20")]
    [InlineData("곡 🎵")]
    public void Path_AnyIdentifier_LeadsBack(string id)
    {
        var place = new ServerPlace("https://music.example.org:4533/base", id);

        Assert.Equal(place, ServerPlace.Of(place.Path));
        Assert.True(ServerPlace.IsOnServer(place.Path));
        Assert.Equal("music.example.org:4533", place.Host);
        Assert.StartsWith("https://music.example.org:4533/base#song=", new Uri(place.Path).AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/music/https://x#song=1.mp3")]
    [InlineData("C:\\music\\1.mp3")]
    [InlineData("https://music.example.org")]
    public void Of_NoSongOfAServer_IsNull(string path) => Assert.Null(ServerPlace.Of(path));

    [Theory]
    [InlineData("HTTPS://Music.Example.ORG:443/", "https://music.example.org")]
    [InlineData("http://me:secret@host:8080/base/?u=me#t", "http://host:8080/base")]
    public void AddressOf_AnyWriting_IsOneWithoutSecrets(string url, string address) => Assert.Equal(address, ServerPlace.AddressOf(new Uri(url)));

    [Theory]
    [InlineData("https://other.example.org", "is not the one")]
    [InlineData("https://me:hush@music.example.org", "without a name")]
    [InlineData("https://music.example.org?u=hush", "without a name")]
    public void ForLibrary_AnotherServerOrSecretsInIt_IsRefusedWithoutThem(string address, string words)
    {
        SensoriumException error = Assert.ThrowsAny<SensoriumException>(() => SubsonicSettings.ForLibrary(Environment("https://music.example.org"), address));

        Assert.Contains(words, error.Text.English, StringComparison.Ordinal);
        Assert.All((string[])[error.Text.English, error.Text.Korean], text => Assert.DoesNotContain("hush", text, StringComparison.Ordinal));
    }

    [Fact]
    public void ForLibrary_TheSameServerOrTheOnlyOne_IsTaken()
    {
        Assert.Equal("me", SubsonicSettings.ForLibrary(Environment("https://Music.example.org/"), "https://music.example.org").User);
        Assert.Equal("music.example.org", SubsonicSettings.ForLibrary(Environment(null), "https://music.example.org").Url.Host);
        Assert.Equal("music.example.org", SubsonicSettings.ForLibrary(Environment("https://music.example.org")).Url.Host);
        Assert.Throws<UnsupportedInputException>(() => SubsonicSettings.ForLibrary(Environment(null)));
        Assert.Throws<MalformedInputException>(() => SubsonicSettings.ForLibrary(_ => null, "https://music.example.org"));
    }

    private static Func<string, string?> Environment(string? url) => name => name switch
    {
        SubsonicSettings.UrlVariable => url,
        SubsonicSettings.UserVariable => "me",
        SubsonicSettings.PasswordVariable => "hush",
        _ => null,
    };
}

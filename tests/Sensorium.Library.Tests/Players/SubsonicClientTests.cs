using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Sensorium.Library.Tests;

public sealed partial class SubsonicClientTests
{
    private const string Password = "sesame & co";
    private const string Ok = "{\"subsonic-response\":{\"status\":\"ok\",\"version\":\"1.16.1\",\"type\":\"x\",\"serverVersion\":\"2\",\"openSubsonic\":true}}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PingAsync_Token_IsMd5OfPasswordAndSalt()
    {
        await using var server = new FakeServer();
        server.Answer(200, Ok);
        using var client = new SubsonicClient(Settings(server));
        Assert.Equal(new SubsonicServer(new Version(1, 16, 1), "x", "2", true), await client.PingAsync(Stop));
        await client.PingAsync(Stop);
        string[] salts = [.. server.Requests.Select(request => Check(request.Head))];
        Assert.NotEqual(salts[0], salts[1]);

        // The protocol's own example: sesame with the salt c19b2d.
        Assert.Equal("26719a1196d2a940705a59634eb18eab", SubsonicSignature.Token("sesame", "c19b2d"));
    }

    [Fact]
    public async Task PingAsync_Key_TakesThePlaceOfTheName()
    {
        await using var server = new FakeServer();
        server.Answer(200, Ok);
        using var client = new SubsonicClient(Settings(server) with { Key = "k&y" });
        await client.PingAsync(Stop);
        Assert.Contains("apiKey=k%26y", server.Requests[0].Head, StringComparison.Ordinal);
        Assert.DoesNotMatch("[?&][uts]=", server.Requests[0].Head);
    }

    [Fact]
    public async Task SavePlayQueueAsync_LongOrShort_SaysTheSongs()
    {
        await using var server = new FakeServer();
        server.Answer(200, Ok);
        using var client = new SubsonicClient(Settings(server));
        await client.SavePlayQueueAsync(["a", "b"], TimeSpan.FromSeconds(1.5), Stop);
        Assert.StartsWith("GET /v1/rest/savePlayQueue?id=a&id=b&current=a&position=1500&u=me&t=", server.Requests[0].Head, StringComparison.Ordinal);
        await client.SavePlayQueueAsync([.. Enumerable.Range(0, 2000).Select(i => $"song{i}")], cancellationToken: Stop);
        Assert.StartsWith("POST /v1/rest/savePlayQueue HTTP", server.Requests[1].Head, StringComparison.Ordinal);
        Assert.Contains("id=song1999&current=song0", server.Requests[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, "wrong")]
    [InlineData(50, "may not")]
    [InlineData(70, "no such thing")]
    [InlineData(0, "cannot do that")]
    public async Task PingAsync_ErrorOfTheProtocol_IsASentence(int code, string part)
    {
        await using var server = new FakeServer();
        server.Answer(200, $"{{\"subsonic-response\":{{\"status\":\"failed\",\"version\":\"1.16.1\",\"error\":{{\"code\":{code},\"message\":\"why\"}}}}}}");
        using var client = new SubsonicClient(Settings(server));
        SubsonicRefusedException error = await Assert.ThrowsAsync<SubsonicRefusedException>(() => client.PingAsync(Stop));
        Assert.Equal(code, error.Code);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Contains("why", error.Text.Korean, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(200, "<html>")]
    [InlineData(404, "{}")]
    [InlineData(302, "")]
    public async Task PingAsync_NoSubsonicServer_SaysSo(int status, string body)
    {
        await using var server = new FakeServer();
        server.Answer(status, body);
        using var client = new SubsonicClient(Settings(server));
        PlayerFailedException error = await Assert.ThrowsAsync<PlayerFailedException>(() => client.PingAsync(Stop));
        Assert.Single(server.Requests);
        Assert.DoesNotContain("t=", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PingAsync_NoAnswer_EndsByItself()
    {
        await using var server = new FakeServer();
        server.Answer(200, Ok, TimeSpan.FromHours(1));
        using var client = new SubsonicClient(Settings(server) with { MostTime = TimeSpan.FromSeconds(0.5) });
        Assert.Contains("did not answer", (await Assert.ThrowsAsync<ServerUnreachableException>(() => client.PingAsync(Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Opens_OldServerOnAnotherMachineOverHttp_KeepsThePassword()
    {
        var settings = new SubsonicSettings { Url = new Uri("http://music.example.org"), User = "me", Password = Password };
        Assert.Throws<PlayerFailedException>(() => new SubsonicSignature(settings).Opens(10, new Version(1, 10, 2)));
        Assert.True(new SubsonicSignature(settings with { Url = new Uri("https://music.example.org") }).Opens(41, new Version(1, 16, 1)));
        Assert.True(new SubsonicSignature(settings with { AllowsOpenPassword = true }).Opens(10, new Version(1, 10, 2)));
        Assert.False(new SubsonicSignature(settings).Opens(40, new Version(1, 16, 1)));
    }

    [Fact]
    public void FromEnvironment_PasswordFile_IsReadAndNeverShown()
    {
        using var folder = new PlayerFolder();
        File.WriteAllText(folder["pw"], Password + "\nmore\n");
        var variables = new Dictionary<string, string>
        {
            [SubsonicSettings.UrlVariable] = "https://music.example.org/sub/",
            [SubsonicSettings.UserVariable] = "me",
            [SubsonicSettings.PasswordVariable + "_FILE"] = folder["pw"],
        };
        SubsonicSettings settings = SubsonicSettings.FromEnvironment(variables.GetValueOrDefault)!;
        Assert.Equal(Password, settings.Password);
        Assert.DoesNotContain("sesame", settings.ToString(), StringComparison.Ordinal);
        using var client = new SubsonicClient(settings);
        Assert.StartsWith("https://music.example.org/sub/rest/stream?id=a%20b&u=me&t=", client.StreamUrl("a b").AbsoluteUri, StringComparison.Ordinal);
        Assert.Null(SubsonicSettings.FromEnvironment(_ => null));
        variables.Remove(SubsonicSettings.UserVariable);
        Assert.Throws<MalformedInputException>(() => SubsonicSettings.FromEnvironment(variables.GetValueOrDefault));
    }

    private static SubsonicSettings Settings(FakeServer server) => new() { Url = server.Url, User = "me", Password = Password, MostTime = TimeSpan.FromMinutes(2) };

    private static string Check(string head)
    {
        Match match = Signed().Match(head);
        Assert.True(match.Success, head);
        Assert.DoesNotContain("sesame", head, StringComparison.Ordinal);
        Assert.DoesNotMatch("[?&]p=", head);
        string salt = match.Groups[2].Value;
#pragma warning disable CA5351 // The protocol asks for MD5.
        Assert.Equal(Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(Password + salt))), match.Groups[1].Value);
#pragma warning restore CA5351
        return salt;
    }

    [GeneratedRegex(@"u=me&t=([0-9a-f]{32})&s=([0-9a-f]{6,})&v=1\.16\.1&c=sensorium&f=json ")]
    private static partial Regex Signed();
}

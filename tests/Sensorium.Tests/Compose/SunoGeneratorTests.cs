using System.Text.Json;
using Sensorium.Inference;

namespace Sensorium.Tests;

public sealed class SunoGeneratorTests
{
    [Fact]
    public async Task GenerateAsync_AWholeRun_LooksAtTheQuotaOrdersPollsAndFetches()
    {
        await using FakeServer server = MusicWorld.Suno().Answer(200, MusicWorld.Wav(), "audio/wav");

        GeneratedMusic music = await Make(server);

        Assert.Equal(12, music.Sound!.Duration.TotalSeconds, 2);
        Assert.Equal(("suno", "audio/wav", "chirp -v3"), (music.Generator, music.Format, music.Said));
        Assert.Equal(
            ["GET /api/get_limit", "POST /api/custom_generate", "GET /api/get?ids=a-1,b-2", "GET /api/get?ids=a-1,b-2", "GET /sound.wav"],
            server.Requests.Select(MusicWorld.PathOf));
        Assert.All(server.Requests, request => Assert.Contains("Bearer secret", request.Head, StringComparison.Ordinal));
        Assert.All(server.Requests, request => Assert.DoesNotContain("Cookie", request.Head, StringComparison.OrdinalIgnoreCase));
        JsonElement order = JsonElement.Parse(server.Requests[1].Body);
        Assert.True(order.GetProperty("make_instrumental").GetBoolean());
        Assert.False(order.GetProperty("wait_audio").GetBoolean());
        Assert.Contains("solo piano", order.GetProperty("tags").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_NoCustomForm_SendsTheSentence()
    {
        await using FakeServer server = new FakeServer()
            .Answer(404, "{}").Answer(404, "{}")
            .Answer(200, """[{"id":"a"}]""")
            .Answer(200, """[{"id":"a","status":"error"}]""");

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(() => Make(server));

        Assert.Contains("could not make the piece", error.Message, StringComparison.Ordinal);
        Assert.Equal("POST /api/generate", MusicWorld.PathOf(server.Requests[2]));
        Assert.Equal(MusicWorld.Request().Prompt.Sentence, JsonElement.Parse(server.Requests[2].Body).GetProperty("prompt").GetString());
    }

    [Fact]
    public async Task GenerateAsync_NoCredits_OrdersNothing()
    {
        await using FakeServer server = new FakeServer().Answer(200, """{"credits_left":0}""");

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(() => Make(server));

        Assert.Contains("no credits left", error.Message, StringComparison.Ordinal);
        Assert.Contains("크레딧", error.Text.Korean, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(429, "Retry-After: 0\r\n")]
    [InlineData(503, "")]
    [InlineData(0, "")]
    public async Task GenerateAsync_OneFailure_IsTriedOnceMore(int status, string headers)
    {
        await using FakeServer server = new FakeServer().Answer(status, [], "text/plain", headers).Answer(200, """{"credits_left":0}""");

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(() => Make(server));

        Assert.Contains("no credits left", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(500, "", 2, "HTTP status 500")]
    [InlineData(429, "Retry-After: 3600\r\n", 1, "HTTP status 429")]
    [InlineData(401, "", 1, "HTTP status 401")]
    [InlineData(402, "", 1, "no credits left")]
    [InlineData(200, "", 1, "not as it should be")]
    [InlineData(302, "Location: http://127.0.0.1:1/\r\n", 1, "HTTP status 302")]
    public async Task GenerateAsync_FailuresThatStay_AreOneSentence(int status, string headers, int requests, string sentence)
    {
        await using FakeServer server = new FakeServer().Answer(status, "oops"u8.ToArray(), "application/json", headers);

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(() => Make(server));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task GenerateAsync_AServerThatHangs_IsGivenUp()
    {
        await using FakeServer server = new FakeServer().Answer(200, "{}", TimeSpan.FromHours(1));

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(
            () => new SunoGenerator(MusicWorld.At(server) with { MostTime = TimeSpan.FromSeconds(0.3) }).GenerateAsync(MusicWorld.Request(), null, MusicWorld.Cancel));

        Assert.Contains("within 0.3 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_CancelledWhilePolling_Stops()
    {
        await using FakeServer server = new FakeServer()
            .Answer(404, "{}").Answer(200, """[{"id":"a"}]""").Answer(200, """[{"id":"a","status":"queued"}]""");
        using CancellationTokenSource stop = new();
        FirstWait progress = new(stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SunoGenerator(MusicWorld.At(server)).GenerateAsync(MusicWorld.Request(), progress, stop.Token));

        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("audio/wav", "RIFF and then nothing", "broken")]
    [InlineData("audio/mpeg", "no sound at all", "broken")]
    [InlineData("text/html", "<html>", "text/html instead of a sound")]
    public async Task GenerateAsync_ASoundThatIsNone_IsOneSentence(string kind, string body, string sentence)
    {
        await using FakeServer server = MusicWorld.Suno().Answer(200, System.Text.Encoding.ASCII.GetBytes(body), kind);

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(() => Make(server));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_ASoundThatIsTooLarge_IsRefused()
    {
        await using FakeServer server = MusicWorld.Suno().Answer(200, MusicWorld.Wav(), "audio/wav");

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(
            () => new SunoGenerator(MusicWorld.At(server) with { MostBytes = 100_000 }).GenerateAsync(MusicWorld.Request(), null, MusicWorld.Cancel));

        Assert.Contains("larger than 100000 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_ASoundThatLiesInAFile_IsRefused()
    {
        await using FakeServer server = MusicWorld.Suno("file:///etc/hostname");

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(() => Make(server));

        Assert.Contains("no web address", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_ASoundOnAnotherHost_IsFetchedWithoutTheKey()
    {
        await using FakeServer other = new FakeServer().Answer(302, [], "text/plain", "Location: /there\r\n").Answer(200, MusicWorld.Wav(), "audio/x-wav");
        await using FakeServer server = MusicWorld.Suno(new Uri(other.Url, "/cdn").ToString());

        GeneratedMusic music = await Make(server);

        Assert.NotNull(music.Sound);
        Assert.Equal(["GET /cdn", "GET /there"], other.Requests.Select(MusicWorld.PathOf));
        Assert.All(other.Requests, request => Assert.DoesNotContain("secret", request.Head, StringComparison.Ordinal));
    }

    private static Task<GeneratedMusic> Make(FakeServer server) => new SunoGenerator(MusicWorld.At(server)).GenerateAsync(MusicWorld.Request(), null, MusicWorld.Cancel);

    /// <summary>Cancels when the second wait begins.</summary>
    private sealed class FirstWait(CancellationTokenSource stop) : IProgress<WorkProgress>
    {
        private int _waits;

        public void Report(WorkProgress value)
        {
            if (++_waits == 2)
            {
                stop.Cancel();
            }
        }
    }
}

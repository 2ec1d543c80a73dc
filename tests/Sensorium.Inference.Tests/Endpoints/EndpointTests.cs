using System.Text.Json;

namespace Sensorium.Inference.Tests;

public sealed class EndpointTests
{
    private const string Schema = """{"type":"object","properties":{"answer":{"type":"number"}},"required":["answer"],"additionalProperties":false}""";

    [Fact]
    public async Task AskAsync_AGoodAnswer_IsRead()
    {
        await using FakeServer server = new FakeServer().Answer(200, FakeServer.Chat("""{"answer": 42}"""));

        double answer = await AskAsync(server, key: "secret");

        Assert.Equal(42, answer);
        (string head, string body) = Assert.Single(server.Requests);
        Assert.StartsWith("POST /v1/chat/completions ", head, StringComparison.Ordinal);
        Assert.Contains("Bearer secret", head, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(body);
        Assert.Equal("mine", json.RootElement.GetProperty("model").GetString());
        JsonElement format = json.RootElement.GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.Equal("number", format.GetProperty("json_schema").GetProperty("schema").GetProperty("properties").GetProperty("answer").GetProperty("type").GetString());
        Assert.Equal(["system", "user"], json.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()));
    }

    [Theory]
    [InlineData(429, "{}")]
    [InlineData(500, "oops")]
    [InlineData(200, "{\"choices\":")]
    [InlineData(200, "{\"choices\":[]}")]
    public async Task AskAsync_OneFailure_IsTriedOnceMore(int status, string body)
    {
        await using FakeServer server = new FakeServer().Answer(status, body).Answer(200, FakeServer.Chat("""{"answer": 1}"""));

        Assert.Equal(1, await AskAsync(server));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(429, "{}", "HTTP status 429", 2)]
    [InlineData(503, "", "HTTP status 503", 2)]
    [InlineData(401, "{}", "HTTP status 401", 1)]
    [InlineData(404, "{}", "HTTP status 404", 1)]
    [InlineData(200, "not JSON", "not as it should be", 2)]
    [InlineData(200, "{\"id\":1}", "not as it should be", 2)]
    public async Task AskAsync_FailuresThatStay_AreOneSentence(int status, string body, string sentence, int requests)
    {
        await using FakeServer server = new FakeServer().Answer(status, body);

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(() => AskAsync(server));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.Contains($"http://127.0.0.1:{server.Url.Port}", error.Message, StringComparison.Ordinal);
        Assert.Equal(requests, server.Requests.Count);
        Assert.NotEqual(error.Text.English, error.Text.Korean);
    }

    [Theory]
    [InlineData("{\"answer\": \"many\"}")]
    [InlineData("{\"other\": 1}")]
    [InlineData("the answer is 42")]
    [InlineData("[]")]
    public async Task AskAsync_AReplyOfAnotherShape_Fails(string reply)
    {
        await using FakeServer server = new FakeServer().Answer(200, FakeServer.Chat(reply));

        await Assert.ThrowsAsync<EndpointFailedException>(() => AskAsync(server));
    }

    [Fact]
    public async Task AskAsync_NoAnswer_EndsAtTheLimit()
    {
        await using FakeServer server = new FakeServer().Answer(200, FakeServer.Chat("{}"), TimeSpan.FromMinutes(5));

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(() => AskAsync(server, TimeSpan.FromSeconds(0.3)));

        Assert.Contains("did not answer within 0.3 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_NobodyThere_SaysSo()
    {
        FakeServer server = new();
        Uri url = server.Url;
        await server.DisposeAsync();

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(() => AskAsync(url, new EndpointSettings { Url = url, Model = "mine", Pause = TimeSpan.Zero }));

        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_Cancelled_Stops()
    {
        await using FakeServer server = new FakeServer().Answer(200, FakeServer.Chat("{}"), TimeSpan.FromMinutes(5));
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(0.2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ChatEndpoint(new EndpointSettings { Url = server.Url, Model = "m" }).AskAsync("t", "x", "s", Schema, Read, stop.Token));
    }

    [Theory]
    [InlineData("""{"text":" Hello there. "}""", null, 0)]
    [InlineData("""{"text":" Hello there. ","segments":null,"language":null}""", null, 0)]
    [InlineData("""{"text":" Hello there. ","language":"english","duration":2.1,"segments":[{"id":0,"text":" Hello there. ","start":0.5,"end":2.1}]}""", "english", 1)]
    [InlineData("""{"text":" Hello there. ","segments":[{"text":"Hello there.","start":0.5,"end":2.1},{"text":"x","start":3,"end":2},{"text":" ","start":0,"end":1},{"text":"y","start":-1,"end":1},{"text":"z"}]}""", null, 1)]
    public async Task TranscribeAsync_ServersOfEitherKind_AreUnderstood(string answer, string? language, int pieces)
    {
        await using FakeServer server = new FakeServer().Answer(200, answer);

        Transcript transcript = await new TranscriptionEndpoint(new EndpointSettings { Url = server.Url, Model = "whisper-1" }).TranscribeAsync("RIFFdata"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal((" Hello there. ", language, pieces), (transcript.Text, transcript.Language, transcript.Segments.Count));
        Assert.All(transcript.Segments, said => Assert.Equal(new TranscriptSegment(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2.1), "Hello there."), said));
        (string head, string body) = Assert.Single(server.Requests);
        Assert.StartsWith("POST /v1/audio/transcriptions ", head, StringComparison.Ordinal);
        Assert.Contains("multipart/form-data", head, StringComparison.Ordinal);
        Assert.Contains("RIFFdata", body, StringComparison.Ordinal);
        Assert.Contains("whisper-1", body, StringComparison.Ordinal);
        Assert.Contains("verbose_json", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TranscribeAsync_AServerThatTellsNoTimes_IsAskedForTheWordsAlone()
    {
        await using FakeServer server = new FakeServer().Answer(400, """{"error":{"message":"response_format verbose_json is not supported"}}""").Answer(200, """{"text":"Hello."}""");

        Transcript transcript = await new TranscriptionEndpoint(new EndpointSettings { Url = server.Url, Model = "m" }).TranscribeAsync("RIFF"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal(("Hello.", 0), (transcript.Text, transcript.Segments.Count));
        Assert.Equal([true, false], server.Requests.Select(request => request.Body.Contains("verbose_json", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(200, "[]")]
    [InlineData(200, """{"txt":"hello"}""")]
    [InlineData(200, "hello")]
    [InlineData(500, "oops")]
    public async Task TranscribeAsync_ABadAnswer_Fails(int status, string answer)
    {
        await using FakeServer server = new FakeServer().Answer(status, answer);
        TranscriptionEndpoint endpoint = new(new EndpointSettings { Url = server.Url, Model = "m", Pause = TimeSpan.Zero });

        await Assert.ThrowsAsync<EndpointFailedException>(() => endpoint.TranscribeAsync("RIFF"u8.ToArray(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Find_NothingSet_IsNoEndpoint()
    {
        Assert.Null(EndpointSettings.FindChat(_ => null));
        Assert.Null(EndpointSettings.FindTranscription(_ => " "));
    }

    [Fact]
    public void Find_AnAddress_IsTakenWithModelAndKey()
    {
        EndpointSettings settings = EndpointSettings.FindChat(name => name switch { "SENSORIUM_CHAT_URL" => "http://localhost:1/v1", "SENSORIUM_CHAT_MODEL" => "qwen", "SENSORIUM_CHAT_KEY" => "k", _ => null })!;

        Assert.Equal(("http://localhost:1/v1", "qwen", "k"), (settings.Url.ToString(), settings.Model, settings.Key));
        Assert.Throws<MalformedInputException>(() => EndpointSettings.FindTranscription(name => name == "SENSORIUM_TRANSCRIBE_URL" ? "localhost" : null));
        Assert.Throws<MalformedInputException>(() => EndpointSettings.FindChat(name => name == "SENSORIUM_CHAT_URL" ? "file:///etc/passwd" : null));
    }

    private static Task<double> AskAsync(FakeServer server, TimeSpan? most = null, string? key = null) => AskAsync(
        server.Url, new EndpointSettings { Url = server.Url, Model = "mine", Key = key, Pause = TimeSpan.Zero, MostTime = most ?? TimeSpan.FromSeconds(30) });

    private static Task<double> AskAsync(Uri _, EndpointSettings settings) =>
        new ChatEndpoint(settings).AskAsync("Add.", "40 and 2", "sum", Schema, Read, TestContext.Current.CancellationToken);

    private static double Read(JsonElement reply) => reply.GetProperty("answer").GetDouble();
}

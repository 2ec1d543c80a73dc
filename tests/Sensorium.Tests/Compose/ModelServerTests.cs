using System.Text.Json;
using Sensorium.Inference;

namespace Sensorium.Tests;

public sealed class ModelServerTests
{
    private const string Released = """{"data":{"task_id":"t-1","status":"queued","queue_position":1},"code":200,"error":null,"timestamp":1,"extra":null}""";

    [Fact]
    public async Task AceStep_AWholeRun_ReleasesAsksAndFetches()
    {
        await using FakeServer server = new FakeServer()
            .Answer(200, Released)
            .Answer(200, """{"data":[{"task_id":"t-1","status":0,"result":"[]"}],"code":200,"error":null}""")
            .Answer(200, """{"data":[{"task_id":"t-1","status":1,"result":"[{\"file\":\"/v1/audio?path=%2Ftmp%2Fx.wav\",\"status\":1,\"dit_model\":\"acestep-v15-turbo\"}]"}],"code":200,"error":null}""")
            .Answer(200, MusicWorld.Wav(), "audio/wav");

        GeneratedMusic music = await new AceStepGenerator(MusicWorld.At(server) with { Model = "mine" }).GenerateAsync(MusicWorld.Request(), null, MusicWorld.Cancel);

        Assert.Equal(12, music.Sound!.Duration.TotalSeconds, 2);
        Assert.Equal("acestep-v15-turbo", music.Said);
        Assert.Equal(["POST /release_task", "POST /query_result", "POST /query_result", "GET /v1/audio?path=%2Ftmp%2Fx.wav"], server.Requests.Select(MusicWorld.PathOf));
        JsonElement order = JsonElement.Parse(server.Requests[0].Body);
        Assert.Equal((10, 7, "mine"), (order.GetProperty("audio_duration").GetDouble(), order.GetProperty("seed").GetInt32(), order.GetProperty("model").GetString()));
        Assert.Equal("t-1", JsonElement.Parse(server.Requests[1].Body).GetProperty("task_id_list")[0].GetString());
    }

    [Theory]
    [InlineData("""{"data":[{"task_id":"t-1","status":2,"result":"[]"}],"code":200}""", "could not make the piece")]
    [InlineData("""{"data":null,"code":500,"error":"no"}""", "refused")]
    [InlineData("""{"data":[],"code":200}""", "not as it should be")]
    [InlineData("""{"data":[{"status":1,"result":"oops"}],"code":200}""", "not as it should be")]
    public async Task AceStep_ATaskThatFails_IsOneSentence(string answer, string sentence)
    {
        await using FakeServer server = new FakeServer().Answer(200, Released).Answer(200, answer);

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(
            () => new AceStepGenerator(MusicWorld.At(server)).GenerateAsync(MusicWorld.Request(), null, MusicWorld.Cancel));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.Contains("ACE-Step", error.Text.Korean, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MusicGen_SamplesAsJson_BecomeSound()
    {
        await using FakeServer server = new FakeServer().Answer(200, """[{"generated_audio":[[0.5,-0.25,0.125],[0,1,2]]}]""");

        GeneratedMusic music = await new MusicGenGenerator(MusicWorld.At(server)).GenerateAsync(MusicWorld.Request(90), null, MusicWorld.Cancel);

        Assert.Equal((32_000, 2), (music.Sound!.SampleRate, music.Sound.ChannelCount));
        Assert.Equal([0.5f, -0.25f, 0.125f], music.Sound.Channel(0).ToArray());
        JsonElement order = JsonElement.Parse(server.Requests[0].Body);
        Assert.Equal(1500, order.GetProperty("parameters").GetProperty("max_new_tokens").GetInt32());
        Assert.StartsWith("Instrumental", order.GetProperty("inputs").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MusicGen_AFile_BecomesSound()
    {
        await using FakeServer server = new FakeServer().Answer(200, MusicWorld.Wav(), "audio/wav");

        GeneratedMusic music = await new MusicGenGenerator(MusicWorld.At(server)).GenerateAsync(MusicWorld.Request(), null, MusicWorld.Cancel);

        Assert.Equal(8000, music.Sound!.SampleRate);
    }

    [Fact]
    public async Task MusicGen_AServerThatHangsUp_IsSentAnOrderTwiceAndNoMore()
    {
        await using FakeServer server = new FakeServer().Answer(0, [], string.Empty);

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(
            () => new MusicGenGenerator(MusicWorld.At(server)).GenerateAsync(MusicWorld.Request(), null, MusicWorld.Cancel));

        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("""[{"error":"out of memory"}]""")]
    [InlineData("""[{"generated_audio":[[0.5],[0.5,0.5]]}]""")]
    [InlineData("""[{"generated_audio":["x"]}]""")]
    [InlineData("[]")]
    public async Task MusicGen_JsonThatIsNoSound_IsOneSentence(string answer)
    {
        await using FakeServer server = new FakeServer().Answer(200, answer);

        EndpointFailedException error = await Assert.ThrowsAsync<EndpointFailedException>(
            () => new MusicGenGenerator(MusicWorld.At(server)).GenerateAsync(MusicWorld.Request(), null, MusicWorld.Cancel));

        Assert.Contains("not as it should be", error.Message, StringComparison.Ordinal);
    }
}

using Sensorium.Inference;

namespace Sensorium.Perception.Tests;

public sealed class ChatTextPerceiverTests : ITextPerceiver
{
    private const string Reply = """
        {"valence":0.6,"arousal":0.2,"dominance":0.1,"warmth":0.5,"certainty":0.8,
         "emotions":{"joy":0.8,"sadness":0,"anger":0,"surprise":0.1,"fear":0,"contempt":0,"disgust":0,"neutral":0.1},
         "evidence":["what a day","made up by the model"]}
        """;

    private int _asked;

    string ITextPerceiver.Model => "embedded@1";

    [Fact]
    public async Task PerceiveAsync_AReplyOfTheSchema_IsAPercept()
    {
        await using FakeServer server = new FakeServer().Answer(200, FakeServer.Chat(Reply));

        Percept percept = await Chat(server).PerceiveAsync("Oh, what a day!", TestContext.Current.CancellationToken);

        Assert.Equal((0.6, 0.2, 0.1, 0.5), (percept.Affect.Valence.Mean, percept.Affect.Arousal.Mean, percept.Affect.Dominance, percept.Affect.Warmth));
        Assert.InRange(percept.Affect.Valence.Sd, 0.25, 0.4);
        Assert.Equal((Emotion.Joy, "text", "chat:mine"), (percept.Emotions.Core, percept.Source, percept.Model));
        Assert.Equal("the words \"what a day\"", Assert.Single(percept.Evidence).English);
        Assert.Equal(0, _asked);
    }

    [Theory]
    [InlineData("\"valence\":0.6", "\"valence\":7")]
    [InlineData("\"valence\":0.6", "\"valence\":\"high\"")]
    [InlineData("\"joy\":0.8", "\"bliss\":0.8")]
    [InlineData("\"joy\":0.8,\"sadness\":0,\"anger\":0,\"surprise\":0.1,\"fear\":0,\"contempt\":0,\"disgust\":0,\"neutral\":0.1", "\"joy\":0,\"sadness\":0,\"anger\":0,\"surprise\":0,\"fear\":0,\"contempt\":0,\"disgust\":0,\"neutral\":0")]
    [InlineData("\"evidence\":[", "\"evidence\":[3,")]
    public async Task PerceiveAsync_AReplyOutOfTheSchema_FallsBackAndSaysSo(string right, string wrong)
    {
        Assert.Contains(right, Reply, StringComparison.Ordinal);
        await using FakeServer server = new FakeServer().Answer(200, FakeServer.Chat(Reply.Replace(right, wrong, StringComparison.Ordinal)));

        Percept percept = await Chat(server).PerceiveAsync("Oh, what a day!", TestContext.Current.CancellationToken);

        Assert.Equal("embedded@1", percept.Model);
        Assert.Contains("not as it should be", percept.Evidence[^1].English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PerceiveAsync_ThreeFailures_AreEnough()
    {
        await using FakeServer server = new FakeServer().Answer(401, "{}");
        ChatTextPerceiver chat = Chat(server);
        for (int i = 0; i < 5; i++)
        {
            await chat.PerceiveAsync("words", TestContext.Current.CancellationToken);
        }

        Assert.Equal((3, 5), (server.Requests.Count, _asked));
    }

    [Fact]
    public async Task PerceiveAsync_ALongText_IsNotSent()
    {
        await using FakeServer server = new FakeServer().Answer(200, FakeServer.Chat(Reply));

        Percept percept = await Chat(server).PerceiveAsync(new string('a', ChatTextPerceiver.MostCharacters + 1), TestContext.Current.CancellationToken);

        Assert.Empty(server.Requests);
        Assert.Equal("embedded@1", percept.Model);
    }

    public ValueTask<Percept> PerceiveAsync(string text, CancellationToken cancellationToken = default)
    {
        _asked++;
        return ValueTask.FromResult(Percepts.Of("text", 0.1) with { Model = "embedded@1" });
    }

    private ChatTextPerceiver Chat(FakeServer server) =>
        new(new ChatEndpoint(new EndpointSettings { Url = server.Url, Model = "mine", Pause = TimeSpan.Zero }), this);
}

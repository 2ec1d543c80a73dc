using System.Text;
using System.Xml.Linq;
using Sensorium.Inference;

namespace Sensorium.Tests;

public sealed class FeelWordsTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_AnEndpointThatTellsTimes_PutsWordsWhereTheyAreSaid()
    {
        FeelWorld world = new() { WrittenDown = "so sad, so glad", Spoken = [Said(0, 1, "so \"sad\","), Said(1.5, 2.5, "so glad")] };

        FeelResult result = await new FeelFlow(world).RunAsync(await VideoAsync(), new FeelOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(["so \"sad\",", "so glad"], result.Words.Select(words => words.Text));
        Assert.Equal((TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2.5)), (result.Words[1].Start, result.Words[1].End));
        Assert.Equal([0, 0, null, 1, 1, null], result.Timeline.Take(6).Select(moment => Number(result, moment)));
        Assert.All(result.Timeline, moment => Assert.Equal(moment.Words is not null, moment.Percept.Parts.Any(part => part.Percept.Source == "text")));
        Assert.True(result.Timeline[0].Percept.Affect.Valence.Mean < result.Timeline[3].Percept.Affect.Valence.Mean - 0.2);
        Assert.Equal(["so sad, so glad", "so \"sad\",", "so glad"], world.Read);
        Told(result, "so \"\"sad\"\",");
    }

    [Fact]
    public async Task RunAsync_AnEndpointWithoutTimes_CountsWhereverSomebodySpeaks()
    {
        string video = await Clip.MakeAsync(_folder["a.mp4"], "-f lavfi -i testsrc=s=64x48:r=25:d=3 -f lavfi -i aevalsrc=0.3*sin(2000*t)*lt(t\\,1.5):d=3 -c:v mpeg4 -c:a pcm_s16le -f matroska");

        FeelResult result = await new FeelFlow(new FeelWorld { WrittenDown = "so glad" }).RunAsync(video, new FeelOptions(), TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(result.Words).Start);
        Assert.Equal([true, true, true, false, false, false], result.Timeline.Take(6).Select(moment => moment.Words is not null));
    }

    [Fact]
    public async Task RunTogetherAsync_WordsThatWereGiven_AreInTheTimeline()
    {
        FeelInput[] inputs = [FeelInput.OfFile(await VideoAsync()), FeelInput.OfWords("so glad, \"really\"")];

        FeelResult result = await new FeelFlow(new FeelWorld()).RunTogetherAsync(inputs, new FeelOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(("video", "so glad, \"really\""), (result.Kind, Assert.Single(result.Words).Text));
        Assert.All(result.Timeline.Take(5), moment => Assert.Equal(["scene", "text", "voice"], moment.Percept.Parts.Select(part => part.Percept.Source).Order()));
        Told(result, "so glad, \"\"really\"\"");
    }

    [Fact]
    public async Task RunAsync_ALongTranscript_IsFeltInFewPieces()
    {
        FeelWorld world = new() { WrittenDown = "much", Spoken = [.. Enumerable.Range(0, 1000).Select(i => Said(i / 500.0, (i + 1) / 500.0, $"w{i}"))] };

        FeelResult result = await new FeelFlow(world).RunAsync(await Clip.MakeAsync(_folder["a.wav"], "-f lavfi -i sine=440:d=2"), new FeelOptions(), TestContext.Current.CancellationToken);

        Assert.InRange(result.Words.Count, 100, TextSense.MostPieces);
        Assert.Equal(string.Join(' ', world.Spoken.Select(said => said.Text)), string.Join(' ', result.Words.Select(words => words.Text)));
        Assert.Equal(TimeSpan.FromSeconds(2), result.Words[^1].End);
        Assert.Empty(JsonSchema.Read("percept").Faults(Encoding.UTF8.GetString(FeelVideoTests.Json(result))));
    }

    [Theory]
    [InlineData(0, "0:00.0")]
    [InlineData(0.14, "0:00.1")]
    [InlineData(59.96, "1:00.0")]
    [InlineData(65.25, "1:05.2")]
    [InlineData(3725, "1:02:05.0")]
    public void ClockOf_AnyTime_HasOneForm(double seconds, string text) => Assert.Equal(text, Clock.Of(TimeSpan.FromSeconds(seconds)));

    private static void Told(FeelResult result, string quoted)
    {
        XDocument svg = XDocument.Parse(TimelineSvg.Draw(result, Language.Korean));
        string json = Encoding.UTF8.GetString(FeelVideoTests.Json(result));

        Assert.Contains($",\"{quoted}\"\n", TimelineCsv.Write(result), StringComparison.Ordinal);
        Assert.Contains(svg.Descendants(), element => element.Attribute("class")?.Value == "words");
        Assert.Contains(svg.Descendants(), element => element.Value == "말");
        Assert.Contains("so glad", TimelinePage.Write(result, Language.English), StringComparison.Ordinal);
        Assert.Contains("\"words\":{\"valence\":", json, StringComparison.Ordinal);
        Assert.Empty(JsonSchema.Read("percept").Faults(json));
    }

    private static TranscriptSegment Said(double start, double end, string text) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), text);

    // Which of the words count at a moment.
    private static int? Number(FeelResult result, FeelMoment moment) => moment.Words is { } words ? result.Words.ToList().IndexOf(words) : null;

    private Task<string> VideoAsync() => Clip.MakeAsync(_folder["a.mkv"], "-f lavfi -i testsrc=s=64x48:r=25:d=3 -f lavfi -i sine=440:d=3 -c:v mpeg4 -c:a pcm_s16le");
}

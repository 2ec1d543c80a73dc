using System.Text;
using System.Xml.Linq;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Tests;

public sealed class FeelVideoTests : IDisposable
{
    private const string Pictures = "-f lavfi -i testsrc=s=320x180:r=25:d=3";
    private static readonly FaceBox Face = new(0.3, 0.2, 0.3, 0.5);

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.mp4", "-c:v mpeg4 -c:a aac")]
    [InlineData("a.mkv", "-c:v mpeg4 -c:a pcm_s16le")]
    [InlineData("a.avi", "-c:v mpeg4 -c:a pcm_s16le")]
    [InlineData("a.ts", "-c:v mpeg2video -c:a mp2")]
    public async Task RunAsync_AVideo_IsFacesSceneAndVoiceOverTime(string name, string coding)
    {
        FeelWorld world = new() { Found = [Face] };
        string path = await Clip.MakeAsync(_folder[name], $"{Pictures} -f lavfi -i sine=440:d=3 {coding}");

        FeelResult result = await FeelAsync(world, path);

        Assert.Equal(("video", 320, 180), (result.Kind, result.Width, result.Height));
        Assert.InRange(result.Length!.Value.TotalSeconds, 2.8, 3.3);
        Assert.Equal(["face", "scene", "voice"], result.Percept.Parts.Select(part => part.Percept.Source).Order());
        Assert.InRange(world.Searches, 11, 14);
        Assert.InRange(result.Timeline.Count, 6, 7);
        Assert.All(result.Timeline.Take(5), moment => Assert.Equal(3, moment.Percept.Parts.Count));
        Assert.Equal(TimeSpan.FromSeconds(0.5), result.Timeline[1].At);
        Assert.Empty(result.Faces);
        Assert.Contains(result.Percept.Evidence, evidence => evidence.English.StartsWith("a face in 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_NoSoundAndNoFace_AreNoted()
    {
        FeelResult result = await FeelAsync(new FeelWorld(), await Clip.MakeAsync(_folder["a.mp4"], $"{Pictures} -c:v mpeg4"));

        Assert.Equal("scene", Assert.Single(result.Percept.Parts).Percept.Source);
        Assert.Equal(["no face was found in any frame", "the video has no sound"], result.Notes.Select(note => note.English));
    }

    [Fact]
    public async Task RunAsync_MusicAlone_IsNoted()
    {
        FeelResult result = await FeelAsync(new FeelWorld { Heard = SoundClass.Music }, await Clip.MakeAsync(_folder["a.mp4"], $"{Pictures} -f lavfi -i sine=440:d=3 -c:v mpeg4 -c:a aac"));

        Assert.Contains(result.Notes, note => note.English.StartsWith("nothing is known of a voice: music for 0:03", StringComparison.Ordinal) && note.English.EndsWith("--as song feels the music", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_OneFrame_IsOneMoment()
    {
        FeelResult result = await FeelAsync(new FeelWorld { Found = [Face] }, await Clip.MakeAsync(_folder["a.mp4"], "-f lavfi -i testsrc=s=320x180:r=25:d=0.04 -c:v mpeg4"));

        Assert.Single(result.Timeline);
        Assert.Equal(["face", "scene"], result.Percept.Parts.Select(part => part.Percept.Source).Order());
    }

    [Fact]
    public async Task RunAsync_ACutVideo_IsFeltOrRefusedByName()
    {
        string path = await Clip.MakeAsync(_folder["a.mkv"], $"{Pictures} -f lavfi -i sine=440:d=3 -c:v mpeg4 -c:a pcm_s16le");
        byte[] bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        FeelResult half = await new FeelFlow(new FeelWorld()).RunAsync(bytes.AsMemory(0, bytes.Length / 2), "cut.mkv", new FeelOptions(), TestContext.Current.CancellationToken);

        Assert.NotEmpty(half.Timeline);
        Assert.InRange(half.Length!.Value.TotalSeconds, 0.2, 3.3);
        await Assert.ThrowsAnyAsync<SensoriumException>(() => new FeelFlow(new FeelWorld()).RunAsync(bytes.AsMemory(0, 300), "cut.mkv", new FeelOptions(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAsync_AsScene_NeitherSearchesNorListens()
    {
        FeelWorld world = new() { Found = [Face] };
        string path = await Clip.MakeAsync(_folder["a.mp4"], $"{Pictures} -f lavfi -i sine=440:d=3 -c:v mpeg4 -c:a aac");

        FeelResult result = await new FeelFlow(world).RunAsync(path, new FeelOptions { Subject = FeelSubject.Scene }, TestContext.Current.CancellationToken);

        Assert.Equal(("scene", 0, 0), (Assert.Single(result.Percept.Parts).Percept.Source, world.Searches, result.Segments.Count));
    }

    [Fact]
    public async Task RunAsync_ALongVideo_IsReadAtWiderSteps()
    {
        FeelWorld world = new();
        string path = await Clip.MakeAsync(_folder["a.mp4"], "-f lavfi -i testsrc=s=64x48:r=5:d=30 -c:v mpeg4");
        FeelOptions few = new() { Film = new FilmReadOptions { Limits = new FilmLimits { MostFrames = 10 } } };

        FeelResult result = await new FeelFlow(world).RunAsync(path, few, TestContext.Current.CancellationToken);

        Assert.InRange(world.Searches, 9, 10);
        Assert.Equal(30, result.Length!.Value.TotalSeconds, 0.5);
    }

    [Fact]
    public async Task Timeline_InEveryForm_TellsTheSame()
    {
        FeelResult result = await FeelAsync(new FeelWorld { Found = [Face] }, await Clip.MakeAsync(_folder["a.mp4"], $"{Pictures} -f lavfi -i sine=440:d=3 -c:v mpeg4 -c:a aac"));

        string[] rows = TimelineCsv.Write(result).TrimEnd('\n').Split('\n');
        string page = TimelinePage.Write(result, Language.Korean);
        XDocument svg = XDocument.Parse(TimelineSvg.Draw(result, Language.English));
        byte[] json = Json(result);

        Assert.Equal(result.Timeline.Count + 1, rows.Length);
        Assert.All(rows, row => Assert.Equal(19, row.Split(',').Length));
        Assert.StartsWith("0.5,", rows[2], StringComparison.Ordinal);
        Assert.Equal(result.Timeline.Count + 1, page.Split("<tr>").Length - 1);
        Assert.Contains("정서가", page, StringComparison.Ordinal);
        Assert.Equal(2, svg.Descendants().Count(element => element.Name.LocalName == "polyline"));
        Assert.Empty(JsonSchema.Read("percept").Faults(Encoding.UTF8.GetString(json)));
    }

    internal static byte[] Json(FeelResult result)
    {
        using MemoryStream stream = new();
        using (System.Text.Json.Utf8JsonWriter writer = new(stream))
        {
            PerceptJson.Write(writer, result, Language.English);
        }

        return stream.ToArray();
    }

    private static Task<FeelResult> FeelAsync(FeelWorld world, string path) => new FeelFlow(world).RunAsync(path, new FeelOptions(), TestContext.Current.CancellationToken);
}

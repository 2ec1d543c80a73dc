using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Tests;

public sealed class FeelFlowTests : IDisposable
{
    private static readonly FaceBox Left = new(0.1, 0.2, 0.2, 0.4);
    private static readonly FaceBox Right = new(0.6, 0.2, 0.3, 0.6);

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_APictureWithFaces_FusesGroupAndScene()
    {
        FeelWorld world = new() { Found = [Left, Right] };

        FeelResult result = await FeelAsync(world, new FeelOptions());

        Assert.Equal(["face", "scene"], result.Percept.Parts.Select(part => part.Percept.Source));
        Assert.Equal(2, result.Faces.Count);
        Assert.Equal(Emotion.Joy, result.Percept.Emotions.Core);
        Assert.Equal(-0.25, result.Percept.Affect.Warmth);
        Assert.Empty(result.Notes);
        Assert.Equal((80, 50, "picture"), (result.Width, result.Height, result.Kind));
        Assert.Equal(new FileInfo(_folder["a.png"]).Length, result.Bytes);
    }

    [Fact]
    public async Task RunAsync_NoFace_SaysSoAndFeelsTheScene()
    {
        FeelWorld world = new();

        FeelResult result = await FeelAsync(world, new FeelOptions());

        Assert.Equal(world.SceneFeeling, result.Percept);
        Assert.Empty(result.Faces);
        Assert.Contains("no face was found", Assert.Single(result.Notes).English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_AsScene_LooksForNoFace()
    {
        FeelWorld world = new() { Found = [Left] };

        FeelResult result = await FeelAsync(world, new FeelOptions { Subject = FeelSubject.Scene });

        Assert.Equal(0, world.Searches);
        Assert.Equal(world.SceneFeeling, result.Percept);
        Assert.Empty(result.Notes);
    }

    [Fact]
    public async Task RunAsync_AsFace_IsThatFaceAlone()
    {
        FeelWorld world = new();

        FeelResult result = await FeelAsync(world, new FeelOptions { Subject = FeelSubject.Face });

        Assert.Equal(0, world.Searches);
        Assert.Equal("face", result.Percept.Source);
        Assert.Equal(new FaceBox(0, 0, 80, 50), Assert.Single(result.Faces).Face.Box);
    }

    [Fact]
    public async Task RunAsync_Largest_ReadsOneFace()
    {
        FeelOptions largest = new() { Faces = new FaceReadOptions { Selection = FaceSelection.Largest } };

        FeelResult result = await FeelAsync(new FeelWorld { Found = [Left, Right] }, largest);

        Assert.Equal(0.6 * 80, Assert.Single(result.Faces).Face.Box.X, 1e-9);
    }

    [Fact]
    public async Task RunAsync_AReducedPicture_GivesBoxesOfTheWhole()
    {
        string path = _folder.Store("wide.png", new Picture(3200, 40));

        FeelResult result = await new FeelFlow(new FeelWorld { Found = [Left] }).RunAsync(path, new FeelOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(3200, result.Width);
        FaceBox box = Assert.Single(result.Faces).Face.Box;
        Assert.Equal(320, box.X, 1e-9);
        Assert.Equal(640, box.Width, 1e-9);
    }

    [Fact]
    public async Task RunAsync_BytesOfAFile_GiveTheSameAsTheFile()
    {
        FeelWorld world = new() { Found = [Right] };
        FeelResult file = await FeelAsync(world, new FeelOptions());
        byte[] bytes = await File.ReadAllBytesAsync(_folder["a.png"], TestContext.Current.CancellationToken);

        FeelResult memory = await new FeelFlow(world).RunAsync(bytes, "-", new FeelOptions(), TestContext.Current.CancellationToken);

        Assert.Equal("-", memory.Input);
        Assert.Equal(file.Percept.Affect, memory.Percept.Affect);
        Assert.Equal(file.Faces[0].Face, memory.Faces[0].Face);
        Assert.Equal(file.Bytes, memory.Bytes);
    }

    [Fact]
    public async Task RunAsync_AnUncertainFeeling_SaysWhy()
    {
        FeelWorld world = new() { SceneFeeling = FeelWorld.Of(0, 0, 0.6) with { Emotions = default } };

        FeelResult result = await FeelAsync(world, new FeelOptions { Subject = FeelSubject.Scene });

        Assert.True(result.Percept.IsUnsure);
        Assert.Equal(3, result.Notes.Count);
        Assert.Contains("the spread is 0.60", result.Notes[0].English, StringComparison.Ordinal);
        Assert.Contains("none has more than 13 %", result.Notes[2].English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ATruncatedJpeg_IsFeltWithAWarning()
    {
        Assert.SkipUnless(JpegCodec.IsAvailable, "libjpeg-turbo is not installed.");
        byte[] jpeg = JpegCodec.Encode(Noise(200, 120));

        FeelResult result = await new FeelFlow(new FeelWorld()).RunAsync(jpeg.AsMemory(0, jpeg.Length * 2 / 3), "cut.jpg", new FeelOptions(), TestContext.Current.CancellationToken);

        Assert.NotNull(result.Warning);
    }

    [Fact]
    public async Task RunAsync_ADocument_IsRefusedByName() =>
        Assert.Contains("words", (await Assert.ThrowsAsync<UnsupportedInputException>(() =>
            new FeelFlow(new FeelWorld()).RunAsync("%PDF-1.4 some words"u8.ToArray(), "words", new FeelOptions(), TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task RunAsync_NothingAtAll_IsRefused() => await Assert.ThrowsAsync<MalformedInputException>(() =>
        new FeelFlow(new FeelWorld()).RunAsync(Array.Empty<byte>(), "-", new FeelOptions(), TestContext.Current.CancellationToken));

    [Fact]
    public async Task RunAsync_Cancelled_Stops()
    {
        string path = _folder.Store("a.png", Noise(80, 50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new FeelFlow(new FeelWorld()).RunAsync(path, new FeelOptions(), new CancellationToken(canceled: true)));
    }

    private static Picture Noise(int width, int height)
    {
        Picture picture = new(width, height);
        Pcg32 random = new(3);
        for (int y = 0; y < height; y++)
        {
            foreach (ref byte value in picture.Row(y))
            {
                value = (byte)random.NextUInt32();
            }
        }

        return picture;
    }

    private Task<FeelResult> FeelAsync(FeelWorld world, FeelOptions options) =>
        new FeelFlow(world).RunAsync(_folder.Store("a.png", Noise(80, 50)), options, TestContext.Current.CancellationToken);
}

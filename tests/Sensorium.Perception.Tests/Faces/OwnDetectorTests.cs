using Sensorium.Inference;
using Sensorium.Media;

namespace Sensorium.Perception.Tests;

/// <summary>The detector that comes with the program, both its stages.</summary>
public sealed class OwnDetectorTests
{
    private const int Tiles = 30;

    private static readonly OnnxFaceDetector Detector = FaceDetectors.Open(ModelFolder.Load(Path.Combine(AppContext.BaseDirectory, "models", "face-detector")));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(31, 700)]
    [InlineData(320, 240)]
    [InlineData(1500, 900)]
    public void Detect_NobodyThere_FindsNone(int width, int height)
    {
        Assert.Empty(Detector.Detect(Pictures.Flat(180, 120, 90, width, height), Cancel));
        Assert.Empty(Detector.Detect(Pictures.Random(7, width, height), Cancel));
    }

    [Theory]
    [InlineData(320, 40)]
    [InlineData(320, 96)]
    [InlineData(320, 240)]
    [InlineData(2400, 300)]
    public async Task Detect_TilesOfTheTrainingSet_AreFound(int width, int size)
    {
        Picture sheet = await SheetAsync();
        int found = 0;
        for (int i = 0; i < Tiles; i++)
        {
            (Picture picture, FaceBox box) = Pasted(sheet, i * 37, width, size);
            found += Detector.Detect(picture, Cancel).Any(face => face.Box.IntersectionOverUnion(box) > 0.5) ? 1 : 0;
        }

        // Some tiles show hands, or a face that is mostly hidden.
        Assert.InRange(found, 24, Tiles);
    }

    [Fact]
    public async Task Detect_FromSeveralThreads_IsTheSame()
    {
        Picture sheet = await SheetAsync();
        (Picture Picture, FaceBox Box)[] pictures = [.. Enumerable.Range(0, 12).Select(i => Pasted(sheet, i * 61, 320, 100))];
        IReadOnlyList<DetectedFace>[] alone = [.. pictures.Select(one => Detector.Detect(one.Picture, Cancel))];

        IReadOnlyList<DetectedFace>[] together = [.. pictures.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(one => Detector.Detect(one.Picture, CancellationToken.None))];

        Assert.Contains(alone, faces => faces.Count > 0);
        for (int i = 0; i < alone.Length; i++)
        {
            Assert.Equal(alone[i], together[i]);
        }
    }

    private static async Task<Picture> SheetAsync()
    {
        string? sheet = SharedData.Find("data/faces/ferplus/train-05.jpg");
        Assert.SkipWhen(sheet is null, "The FER+ tiles are not part of the repository; put them under ../shared/data/faces/ferplus or set SENSORIUM_SHARED.");
        return (await new PictureReader().ReadAsync(sheet!, new PictureReadOptions { TargetLongSide = 4096 }, Cancel)).Picture;
    }

    /// <summary>A tile in the middle of a picture of its own mean grey, and where its face is.</summary>
    private static (Picture Picture, FaceBox Box) Pasted(Picture sheet, int index, int width, int size)
    {
        byte[] pixels = new byte[48 * 48];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = sheet.Row((index / 40 * 48) + (i / 48))[((index % 40 * 48) + (i % 48)) * 3];
        }

        byte mean = (byte)pixels.Average(pixel => pixel);
        Picture tile = new GreyTile(48, pixels).Resize(size).ToPicture();
        int height = width * 4 / 5, left = (width - size) / 2, top = (height - size) / 2;
        Picture picture = Pictures.Flat(mean, mean, mean, width, height);
        for (int y = 0; y < size; y++)
        {
            tile.Row(y).CopyTo(picture.Row(top + y)[(left * 3)..]);
        }

        return (picture, new(left + (0.1 * size), top + (0.025 * size), 0.8 * size, 0.98 * size));
    }
}

using System.Diagnostics;
using Sensorium.Media;

namespace Sensorium.Perception.Tests;

/// <summary>YuNet and UltraFace on photographs whose faces we looked up ourselves, and on FER+ tiles.</summary>
public sealed class KnownDetectorTests
{
    private const string Dynamic = "yunet/yunet_n_dynamic.onnx";
    private const string Fixed = "yunet/yunet_n_320_320.onnx";
    private const string Ultra = "ultraface/version-RFB-320_simplified.onnx";
    private const int TilesMeasured = 160;

    // Drawn around the faces by hand, forehead to chin, in pixels of the photograph.
    private static readonly FaceBox[] HappyBaby = [new(495, 130, 262, 335)];
    private static readonly FaceBox[] Astronaut = [new(179, 62, 90, 113)];
    private static readonly FaceBox[] Pilots = [new(125, 161, 49, 69), new(266, 76, 48, 64), new(410, 170, 49, 66)];
    private static readonly FaceBox[] Angry = [new(180, 330, 670, 950)];
    private static readonly FaceBox[] Group = [new(163, 246, 130, 172), new(315, 16, 112, 142), new(948, 293, 146, 176), new(621, 74, 128, 146)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Photographs => new()
    {
        { Dynamic, "faces/happy-baby.jpeg" }, { Dynamic, "public-domain/astronaut.png" }, { Dynamic, "scenes/Pilots.jpg" }, { Dynamic, "faces/angry.jpg" }, { Dynamic, "faces/group.jpeg" },
        { Fixed, "faces/happy-baby.jpeg" }, { Fixed, "public-domain/astronaut.png" }, { Fixed, "faces/angry.jpg" }, { Fixed, "faces/group.jpeg" },
        { Ultra, "faces/happy-baby.jpeg" }, { Ultra, "public-domain/astronaut.png" }, { Ultra, "scenes/Pilots.jpg" }, { Ultra, "faces/angry.jpg" }, { Ultra, "faces/group.jpeg" },
    };

    [Theory]
    [MemberData(nameof(Photographs))]
    public async Task Detect_Photograph_FindsItsFaces(string model, string photograph)
    {
        using OnnxFaceDetector detector = Open(model);
        Picture picture = await LoadAsync(photograph);
        FaceBox[] known = photograph switch
        {
            "faces/happy-baby.jpeg" => HappyBaby,
            "public-domain/astronaut.png" => Astronaut,
            "scenes/Pilots.jpg" => Pilots,
            "faces/angry.jpg" => Angry,
            _ => Group,
        };

        IReadOnlyList<DetectedFace> found = detector.Detect(picture, Cancel);

        Assert.All(known, box => Assert.Contains(found, face => face.Box.IntersectionOverUnion(box) > 0.6));
        Assert.InRange(found.Count, known.Length, known.Length + 1);
        Assert.All(found, face => Assert.Equal(model == Ultra, face.Landmarks is null));
        Assert.All(found.Where(face => face.Landmarks is not null), AssertLandmarksLieInOrder);
    }

    [Theory]
    [InlineData("public-domain/coffee.png")]
    [InlineData("public-domain/hubble_deep_field.jpg")]
    public async Task Detect_NobodyThere_FindsNone(string photograph)
    {
        using OnnxFaceDetector detector = Open(Dynamic);

        Assert.Empty(detector.Detect(await LoadAsync(photograph), Cancel));
    }

    [Fact]
    public async Task Detect_TwelveMegapixels_FindsTheSameFacesLarger()
    {
        using OnnxFaceDetector detector = Open(Dynamic);
        Picture large = Enlarge(await LoadAsync("faces/group.jpeg"), 4096, 2730);

        IReadOnlyList<DetectedFace> found = detector.Detect(large, Cancel);

        Assert.All(Group, box => Assert.Contains(found, face => face.Box.IntersectionOverUnion(new(box.X * 3.2, box.Y * 3.2, box.Width * 3.2, box.Height * 3.2)) > 0.6));
    }

    [Fact]
    public async Task Detect_SamePictureTwice_IsTheSame()
    {
        using OnnxFaceDetector detector = Open(Dynamic);
        Picture picture = await LoadAsync("faces/group.jpeg");

        Assert.Equal(detector.Detect(picture, Cancel), detector.Detect(picture, Cancel));
    }

    // A camera held on its side stores its sensor's rows and says in EXIF how to turn them.
    [Fact]
    public async Task Detect_JpegStoredOnItsSide_FindsTheSameFace()
    {
        using OnnxFaceDetector detector = Open(Dynamic);
        string source = RequirePhoto("faces/happy-baby.jpeg");
        string turned = Path.Combine(Path.GetTempPath(), $"sensorium-{Guid.NewGuid():N}.jpg");
        try
        {
            await TurnClockwiseAsync(source, turned);
            await File.WriteAllBytesAsync(turned, WithOrientation(await File.ReadAllBytesAsync(turned, Cancel), 8), Cancel);
            DecodedPicture decoded = await new PictureReader().ReadAsync(turned, new PictureReadOptions { TargetLongSide = 4096 }, Cancel);

            DetectedFace face = Assert.Single(detector.Detect(decoded.Picture, Cancel));

            Assert.Equal((1280, 853), (decoded.Picture.Width, decoded.Picture.Height));
            Assert.True(face.Box.IntersectionOverUnion(HappyBaby[0]) > 0.8);
        }
        finally
        {
            File.Delete(turned);
        }
    }

    /// <summary>The constants of <see cref="FaceFrame"/>, measured again: where YuNet sees the face in FER+ training tiles.</summary>
    [Fact]
    public async Task FaceFrame_TrainingTiles_AreFramedAsStated()
    {
        using OnnxFaceDetector detector = Open(Dynamic, new FaceDetectorOptions { MinScore = 0.8 });
        string? sheet = SharedData.Find("data/faces/ferplus/train-05.jpg");
        Assert.SkipWhen(sheet is null, "The FER+ tiles are not part of the repository; put them under ../shared/data/faces/ferplus or set SENSORIUM_SHARED.");
        Picture tiles = (await new PictureReader().ReadAsync(sheet!, new PictureReadOptions { TargetLongSide = 4096 }, Cancel)).Picture;
        List<(double Height, double Width, double CentreY, double FeatureY, double Distance)> seen = [];
        for (int i = 0; i < TilesMeasured; i++)
        {
            if (detector.Detect(Surround(tiles, i * 10), Cancel) is [var face, ..])
            {
                seen.Add(Shares(face));
            }
        }

        Assert.True(seen.Count > 0.8 * TilesMeasured, $"{seen.Count} of {TilesMeasured}");
        Assert.Equal(FaceFrame.BoxHeight, Median(seen.Select(share => share.Height)), 0.035);
        Assert.Equal(0.79, Median(seen.Select(share => share.Width)), 0.04);
        Assert.Equal(FaceFrame.BoxCentreY, Median(seen.Select(share => share.CentreY)), 0.02);
        Assert.Equal(FaceFrame.FeatureCentreY, Median(seen.Select(share => share.FeatureY)), 0.02);
        Assert.Equal(FaceFrame.FeatureDistance, Median(seen.Select(share => share.Distance)), 0.025);
    }

    [Fact]
    public async Task Detect_FacesThatFillThePicture_AreFound()
    {
        using OnnxFaceDetector detector = Open(Dynamic);
        string? sheet = SharedData.Find("data/faces/ferplus/train-05.jpg");
        Assert.SkipWhen(sheet is null, "The FER+ tiles are not part of the repository; put them under ../shared/data/faces/ferplus or set SENSORIUM_SHARED.");
        Picture tiles = (await new PictureReader().ReadAsync(sheet!, new PictureReadOptions { TargetLongSide = 4096 }, Cancel)).Picture;
        int found = Enumerable.Range(0, 30).Count(i => detector.Detect(TileOf(tiles, i * 37).Resize(700).ToPicture(), Cancel).Any(face => face.Box.IntersectionOverUnion(new(70, 14, 553, 686)) > 0.5));

        // With one look at 640 pixels it was six in ten.
        Assert.True(found >= 26, $"{found} of 30");
    }

    private static OnnxFaceDetector Open(string model, FaceDetectorOptions? options = null)
    {
        string? path = SharedData.Find($"data/models/{model}");
        Assert.SkipWhen(path is null, $"{model} is not part of the repository; put it under ../shared/data/models or set SENSORIUM_SHARED.");
        return FaceDetectors.OpenFile(path!, options);
    }

    private static string RequirePhoto(string name)
    {
        string? path = SharedData.Find($"data/photos/{name}");
        Assert.SkipWhen(path is null, "The photographs are not part of the repository; put them under ../shared/data/photos or set SENSORIUM_SHARED.");
        return path!;
    }

    private static async Task<Picture> LoadAsync(string name) => (await new PictureReader().ReadAsync(RequirePhoto(name), new PictureReadOptions { TargetLongSide = 4096 }, Cancel)).Picture;

    private static void AssertLandmarksLieInOrder(DetectedFace face)
    {
        FaceLandmarks marks = face.Landmarks!;
        Assert.True(marks.RightEye.X < marks.LeftEye.X);
        Assert.True(marks.RightMouth.X < marks.LeftMouth.X);
        Assert.True((marks.RightEye.Y + marks.LeftEye.Y) / 2 < marks.Nose.Y);
        Assert.True(marks.Nose.Y < (marks.RightMouth.Y + marks.LeftMouth.Y) / 2);
    }

    private static Picture Enlarge(Picture picture, int width, int height) => Pictures.Paint(width, height, (x, y) =>
    {
        ReadOnlySpan<byte> pixel = picture.Row(y * picture.Height / height).Slice(x * picture.Width / width * 3, 3);
        return new(pixel[0], pixel[1], pixel[2]);
    });

    private static GreyTile TileOf(Picture sheet, int index)
    {
        byte[] pixels = new byte[48 * 48];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = sheet.Row((index / 40 * 48) + (i / 48))[((index % 40 * 48) + (i % 48)) * 3];
        }

        return new GreyTile(48, pixels);
    }

    /// <summary>A tile at 144 pixels in the middle of 320 of its own mean grey.</summary>
    private static Picture Surround(Picture sheet, int index)
    {
        GreyTile tile = TileOf(sheet, index);
        byte mean = (byte)tile.Pixels.ToArray().Average(pixel => pixel);
        Picture large = tile.Resize(144).ToPicture();
        Picture picture = Pictures.Flat(mean, mean, mean, 320, 320);
        for (int y = 0; y < 144; y++)
        {
            large.Row(y).CopyTo(picture.Row(88 + y)[(88 * 3)..]);
        }

        return picture;
    }

    private static (double Height, double Width, double CentreY, double FeatureY, double Distance) Shares(DetectedFace face)
    {
        FaceLandmarks marks = face.Landmarks!;
        (double x, double y) eyes = ((marks.RightEye.X + marks.LeftEye.X) / 2, (marks.RightEye.Y + marks.LeftEye.Y) / 2);
        (double x, double y) mouth = ((marks.RightMouth.X + marks.LeftMouth.X) / 2, (marks.RightMouth.Y + marks.LeftMouth.Y) / 2);
        double across = Math.Sqrt(Math.Pow(marks.LeftEye.X - marks.RightEye.X, 2) + Math.Pow(marks.LeftEye.Y - marks.RightEye.Y, 2));
        double along = Math.Sqrt(Math.Pow(mouth.x - eyes.x, 2) + Math.Pow(mouth.y - eyes.y, 2));
        return (face.Box.Height / 144, face.Box.Width / 144, (face.Box.Y + (face.Box.Height / 2) - 88) / 144, (((eyes.y + mouth.y) / 2) - 88) / 144, Math.Max(across, along) / 144);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static async Task TurnClockwiseAsync(string source, string target)
    {
        ProcessStartInfo start = new(new FFmpegLocator().RequireFFmpeg(), ["-v", "error", "-i", source, "-vf", "transpose=clock", "-q:v", "2", target]);
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>Puts an EXIF segment with one entry, the orientation, behind the JPEG's first marker.</summary>
    private static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] segment =
        [
            0xFF, 0xE1, 0x00, 0x22, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. segment, .. jpeg[2..]];
    }
}

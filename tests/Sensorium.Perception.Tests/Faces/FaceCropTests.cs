using Sensorium.Imaging;

namespace Sensorium.Perception.Tests;

public sealed class FaceCropTests
{
    [Fact]
    public void Of_MarginAtTheTilesOwnSize_IsThePartOfThePicture()
    {
        Picture picture = Pictures.Random(1, 200, 160);
        // A box of .98 x 48 pixels makes a tile of 48, whose middle lies .015 of it above the box's.
        double height = 48 * FaceFrame.BoxHeight;
        DetectedFace face = Face(new(80 - 18, 70 + (0.015 * 48) - (height / 2), 36, height));

        GreyTile tile = FaceCrop.Of(picture, face);

        for (int y = 0; y < 48; y++)
        {
            for (int x = 0; x < 48; x++)
            {
                ReadOnlySpan<byte> pixel = picture.Row(46 + y).Slice((56 + x) * 3, 3);
                Assert.Equal((0.299 * pixel[0]) + (0.587 * pixel[1]) + (0.114 * pixel[2]), tile.Pixels[(y * 48) + x], 0.6);
            }
        }
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.5, 1.0)]
    [InlineData(-1.2, 3.0)]
    [InlineData(3.0, 2.0)]
    public void Of_Aligned_PutsTheEyesWhereTheTilesHaveThem(double turn, double size)
    {
        // Dark discs on white for eyes and mouth, in FER2013's places, turned and scaled about the middle of the picture.
        FaceLandmarks upright = new(new(200 - 18.5, 183), new(200 + 18.5, 183), new(200, 203), new(200 - 15, 220), new(200 + 15, 220));
        FaceLandmarks turned = Turn(upright, turn, size);
        FacePoint[] eyes = [turned.RightEye, turned.LeftEye];
        Picture picture = Pictures.Paint(400, 400, (x, y) => eyes.Any(eye => Distance(eye, x + 0.5, y + 0.5) < 6 * size) ? new Rgb(0, 0, 0) : new Rgb(255, 255, 255));
        DetectedFace face = new() { Box = new(100, 100, 200, 90 * size), Confidence = 1, Landmarks = turned };

        GreyTile tile = FaceCrop.Of(picture, face, FaceCropKind.Aligned, 100);

        (double rightX, double rightY) = Darkest(tile, 0, 50);
        (double leftX, double leftY) = Darkest(tile, 50, 100);
        Assert.Equal(31.5, rightX, 0.7);
        Assert.Equal(38, rightY, 0.7);
        Assert.Equal(68.5, leftX, 0.7);
        Assert.Equal(38, leftY, 0.7);
    }

    [Fact]
    public void Of_AlignedWithoutLandmarksOrWithAHeapOfThem_IsMargin()
    {
        Picture picture = Pictures.Random(2, 120, 120);
        DetectedFace face = Face(new(30, 30, 50, 60));
        FacePoint heap = new(55, 60);

        byte[] margin = FaceCrop.Of(picture, face).Pixels.ToArray();

        Assert.Equal(margin, FaceCrop.Of(picture, face, FaceCropKind.Aligned).Pixels.ToArray());
        Assert.Equal(margin, FaceCrop.Of(picture, face with { Landmarks = new(heap, heap, heap, heap, heap) }, FaceCropKind.Aligned).Pixels.ToArray());
    }

    [Fact]
    public void Aligned_FaceInProfile_IsTurnedByEyesAndMouth()
    {
        // Both eyes nearly on one spot, one a little lower: by their line the face would lie on its side.
        DetectedFace face = new() { Box = new(0, 0, 60, 100), Confidence = 1, Landmarks = new(new(30, 40), new(31, 44), new(10, 60), new(29, 80), new(31, 80)) };

        CropFrame frame = FaceFrame.Aligned(face);

        Assert.Equal(0, frame.Turn, 0.05);
        Assert.Equal(38 / FaceFrame.FeatureDistance, frame.Side, 0.1);
    }

    [Fact]
    public void OfWhole_TileAsPicture_ComesBack()
    {
        GreyTile tile = Noise(48, 3);

        Assert.Equal(tile.Pixels.ToArray(), FaceCrop.OfWhole(tile.ToPicture()).Pixels.ToArray());
    }

    [Fact]
    public void OfWhole_TallPicture_IsExtendedSideways()
    {
        Picture picture = Pictures.Paint(20, 40, (x, _) => x < 10 ? new Rgb(10, 10, 10) : new Rgb(200, 200, 200));

        GreyTile tile = FaceCrop.OfWhole(picture, 40);

        Assert.All(Enumerable.Range(0, 20), x => Assert.Equal(10, tile.Pixels[(20 * 40) + x]));
        Assert.All(Enumerable.Range(20, 20), x => Assert.Equal(200, tile.Pixels[(20 * 40) + x]));
    }

    [Fact]
    public void Resize_HalvedAndBack_KeepsAPlane()
    {
        byte[] plane = [.. Enumerable.Range(0, 48 * 48).Select(i => (byte)((i % 48 * 3) + (i / 48)))];

        GreyTile back = new GreyTile(48, plane).Resize(24).Resize(48);

        for (int y = 2; y < 46; y++)
        {
            for (int x = 2; x < 46; x++)
            {
                Assert.Equal(plane[(y * 48) + x], back.Pixels[(y * 48) + x], 1.1);
            }
        }
    }

    [Fact]
    public void RemoveBackground_HeadOnNoise_KeepsTheHeadAndEmptiesTheCorners()
    {
        Pcg32 random = new(7);
        GreyTile tile = Tile((x, y) => InHead(x, y) ? 150 + random.Next(30) : random.Next(70));

        GreyTile without = FaceCrop.RemoveBackground(tile);

        double head = Enumerable.Range(0, 48 * 48).Where(i => InHead(i % 48, i / 48)).Average(i => tile.Pixels[i]);
        for (int i = 0; i < 48 * 48; i++)
        {
            (int y, int x) = Math.DivRem(i, 48);
            if (Ellipse(x, y) < 0.8)
            {
                Assert.Equal(tile.Pixels[i], without.Pixels[i], 8.0);
            }
            else if (Ellipse(x, y) > 1.25)
            {
                // At least 85 of 100 of what it was is gone.
                Assert.InRange(Math.Abs(without.Pixels[i] - head), 0, 0.15 * Math.Abs(tile.Pixels[i] - head));
            }
        }
    }

    [Fact]
    public void RemoveBackground_ShoulderAsBrightAsTheBackground_GoesWithIt()
    {
        // Inside the ellipse's lower border, but like the background and unlike the head: the histograms tell.
        GreyTile tile = Tile((x, y) => InHead(x, y) && y < 40 ? 200 : 20);

        GreyTile without = FaceCrop.RemoveBackground(tile);

        Assert.InRange(without.Pixels[(46 * 48) + 24], 150, 200);
        Assert.Equal(200, without.Pixels[(24 * 48) + 24], 3.0);
    }

    [Fact]
    public void RemoveBackground_FlatTile_StaysFlat() =>
        Assert.All(FaceCrop.RemoveBackground(Tile((_, _) => 90)).Pixels.ToArray(), value => Assert.Equal(90, value));

    private static bool InHead(int x, int y) => Ellipse(x, y) < 1;

    private static double Ellipse(int x, int y)
    {
        double across = (x + 0.5 - 24) / (0.40 * 48), down = (y + 0.5 - (0.515 * 48)) / (0.50 * 48);
        return (across * across) + (down * down);
    }

    private static GreyTile Tile(Func<int, int, int> paint) => new(48, [.. Enumerable.Range(0, 48 * 48).Select(i => (byte)paint(i % 48, i / 48))]);

    private static GreyTile Noise(int side, ulong seed)
    {
        Pcg32 random = new(seed);
        return new(side, [.. Enumerable.Range(0, side * side).Select(_ => (byte)random.Next(256))]);
    }

    private static DetectedFace Face(FaceBox box) => new() { Box = box, Confidence = 1 };

    private static double Distance(FacePoint point, double x, double y) => Math.Sqrt(Math.Pow(point.X - x, 2) + Math.Pow(point.Y - y, 2));

    private static FaceLandmarks Turn(FaceLandmarks marks, double turn, double size)
    {
        return new(At(marks.RightEye), At(marks.LeftEye), At(marks.Nose), At(marks.RightMouth), At(marks.LeftMouth));

        FacePoint At(FacePoint point)
        {
            double x = (point.X - 200) * size, y = (point.Y - 200) * size;
            return new(200 + (x * Math.Cos(turn)) - (y * Math.Sin(turn)), 200 + (x * Math.Sin(turn)) + (y * Math.Cos(turn)));
        }
    }

    private static (double X, double Y) Darkest(GreyTile tile, int from, int end)
    {
        double x = 0, y = 0, weights = 0;
        for (int i = 0; i < tile.Pixels.Length; i++)
        {
            if (i % tile.Side >= from && i % tile.Side < end)
            {
                double weight = 255 - tile.Pixels[i];
                (x, y, weights) = (x + (weight * ((i % tile.Side) + 0.5)), y + (weight * ((i / tile.Side) + 0.5)), weights + weight);
            }
        }

        return (x / weights, y / weights);
    }
}

using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Imaging.Tests;

public sealed class PictureCropTests
{
    [Fact]
    public void Colour_WholePictureAtItsSize_IsThePicture()
    {
        Picture picture = Pictures.Noise(31, 31, 1);

        Picture crop = PictureCrop.Colour(picture, new(15.5, 15.5, 31), 31);

        Assert.Equal(picture.Pixels.ToArray(), crop.Pixels.ToArray());
    }

    [Fact]
    public void Colour_PartAtItsSize_IsThatPart()
    {
        Picture picture = Pictures.Noise(40, 30, 2);

        Picture crop = PictureCrop.Colour(picture, new(13, 11, 8), 8);

        for (int y = 0; y < 8; y++)
        {
            Assert.Equal(picture.Row(7 + y).Slice(9 * 3, 8 * 3).ToArray(), crop.Row(y).ToArray());
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Colour_ReducedByAWholeNumber_IsTheMeanOfEachBlock(int factor)
    {
        Picture picture = Pictures.Noise(12 * factor, 12 * factor, 3);

        Picture crop = PictureCrop.Colour(picture, new(6 * factor, 6 * factor, 12 * factor), 12);

        Assert.Equal(AreaReduction.Reduce(picture, 12, 12, cancellationToken: TestContext.Current.CancellationToken).Pixels.ToArray(), crop.Pixels.ToArray());
    }

    [Fact]
    public void Grey_ReducedAHundredfold_IsCloseToTheExactMean()
    {
        Picture picture = Pictures.Noise(1200, 1200, 4);
        Picture exact = AreaReduction.Reduce(picture, 12, 12, cancellationToken: TestContext.Current.CancellationToken);

        byte[] crop = PictureCrop.Grey(picture, new(600, 600, 1200), 12);

        for (int i = 0; i < crop.Length; i++)
        {
            double luma = (0.299 * exact.Pixels[i * 3]) + (0.587 * exact.Pixels[(i * 3) + 1]) + (0.114 * exact.Pixels[(i * 3) + 2]);
            Assert.Equal(luma, crop[i], 1.5);
        }
    }

    // A plane of grey is bilinear everywhere, so that a turned and scaled crop of it is known at each pixel.
    [Theory]
    [InlineData(20, 0.0)]
    [InlineData(64, 0.7)]
    [InlineData(300, -0.4)]
    [InlineData(300, 2.5)]
    public void Grey_TurnedCropOfAPlane_IsThePlaneThere(double side, double turn)
    {
        Picture picture = Paint(600, 600, (x, y) => Grey((0.2 * x) + (0.15 * y)));
        CropFrame frame = new(300, 280, side, turn);

        byte[] crop = PictureCrop.Grey(picture, frame, 24);

        for (int y = 0; y < 24; y++)
        {
            for (int x = 0; x < 24; x++)
            {
                double across = (((x + 0.5) / 24) - 0.5) * side, down = (((y + 0.5) / 24) - 0.5) * side;
                double sourceX = 300 + (across * Math.Cos(turn)) - (down * Math.Sin(turn)), sourceY = 280 + (across * Math.Sin(turn)) + (down * Math.Cos(turn));
                Assert.Equal((0.2 * (sourceX - 0.5)) + (0.15 * (sourceY - 0.5)), crop[(y * 24) + x], 1.6);
            }
        }
    }

    [Fact]
    public void Colour_Enlarged_IsBilinearBetweenTwoPixels()
    {
        Picture picture = Paint(2, 1, (x, _) => Grey(x * 200));

        Picture crop = PictureCrop.Colour(picture, new(1, 0.5, 2), 8);

        // Pixel middles at 1/8, 3/8, ... of the two: the border pixel goes on for half a pixel, then evenly to the other.
        byte[] row = [.. Enumerable.Range(0, 8).Select(x => crop.Row(3)[x * 3])];
        Assert.Equal([0, 0, 25, 75, 125, 175, 200, 200], row);
    }

    [Fact]
    public void Colour_OverTheBorder_RepeatsTheBorder()
    {
        Picture picture = Paint(10, 10, (x, y) => new Rgb((byte)(x * 20), (byte)(y * 20), 7));

        Picture crop = PictureCrop.Colour(picture, new(0, 0, 10), 10);

        Assert.Equal([0, 0, 7], crop.Row(0)[..3].ToArray());
        Assert.Equal([0, 80, 7], crop.Row(9).Slice(2 * 3, 3).ToArray());
        Assert.Equal([80, 80, 7], crop.Row(9).Slice(9 * 3, 3).ToArray());
    }

    [Fact]
    public void Colour_FarOutside_IsTheNearestCorner()
    {
        Picture picture = Pictures.Noise(20, 20, 5);

        Picture crop = PictureCrop.Colour(picture, new(-5000, -5000, 900), 4);

        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(picture.Row(0)[..3].ToArray(), crop.Pixels.Slice(i * 3, 3).ToArray()));
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(-1.0, 0.0)]
    [InlineData(double.NaN, 0.0)]
    [InlineData(10.0, double.PositiveInfinity)]
    public void Grey_ImpossibleFrame_Throws(double side, double turn)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PictureCrop.Grey(Pictures.Noise(5, 5, 6), new(2, 2, side, turn), 4));
    }

    [Fact]
    public void Grey_AnyFrameOfAFlatPicture_IsFlat()
    {
        Gen<CropFrame> frames = Gen.Choose(-300, 700).Four().Select(n => new CropFrame(n.Item1 / 2.0, n.Item2 / 2.0, Math.Abs(n.Item3) + 0.25, n.Item4 / 100.0));
        Picture flat = Paint(200, 130, (_, _) => new Rgb(130, 130, 130));

        Prop.ForAll(frames.ToArbitrary(), frame => PictureCrop.Grey(flat, frame, 9).All(value => value == 130)).QuickCheckThrowOnFailure();
    }

    private static Picture Paint(int width, int height, Func<int, int, Rgb> paint)
    {
        Picture picture = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                Rgb rgb = paint(x, y);
                Span<byte> pixel = picture.Row(y).Slice(x * 3, 3);
                (pixel[0], pixel[1], pixel[2]) = (rgb.R, rgb.G, rgb.B);
            }
        }

        return picture;
    }

    private static Rgb Grey(double value)
    {
        byte level = (byte)Math.Round(value);
        return new Rgb(level, level, level);
    }
}

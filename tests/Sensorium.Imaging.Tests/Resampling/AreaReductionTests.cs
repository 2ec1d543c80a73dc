namespace Sensorium.Imaging.Tests;

public sealed class AreaReductionTests
{
    [Fact]
    public void Reduce_WholeFactor_IsTheMeanOfEachBlock()
    {
        var picture = new Picture(4, 2, [0, 0, 0, 10, 20, 30, 1, 1, 1, 1, 1, 1, 20, 20, 20, 10, 0, 10, 1, 1, 1, 1, 1, 1]);
        Picture reduced = AreaReduction.Reduce(picture, 2, 1, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([10, 10, 15, 1, 1, 1], reduced.Pixels.ToArray());
    }

    [Theory]
    [InlineData(50, 40, 13, 7)]
    [InlineData(33, 9, 33, 4)]
    [InlineData(64, 3, 5, 3)]
    [InlineData(1, 30, 1, 7)]
    public void Reduce_AnyFactor_EqualsNaiveAreaMean(int fromWidth, int fromHeight, int width, int height)
    {
        Picture picture = Pictures.Noise(fromWidth, fromHeight, 1);
        Picture reduced = AreaReduction.Reduce(picture, width, height, cancellationToken: TestContext.Current.CancellationToken);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                for (int channel = 0; channel < 3; channel++)
                {
                    // Half a step for rounding, and a little for a mean that lies in the middle of two bytes.
                    Assert.Equal(Mean(picture, width, height, x, y, channel), reduced.Row(y)[(x * 3) + channel], 0.502);
                }
            }
        }
    }

    [Fact]
    public void Reduce_AnyNumberOfThreads_GivesTheSameBytes()
    {
        Picture picture = Pictures.Noise(301, 203, 2);
        Picture one = AreaReduction.Reduce(picture, 64, 43, 1, TestContext.Current.CancellationToken);
        Picture two = AreaReduction.Reduce(picture, 64, 43, 2, TestContext.Current.CancellationToken);
        Assert.Equal(one.Pixels, two.Pixels);
    }

    [Fact]
    public void ToLongSide_SmallPicture_ComesBackItself()
    {
        var picture = new Picture(20, 10);
        Assert.Same(picture, AreaReduction.ToLongSide(picture, 20, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ToLongSide_VeryThinPicture_KeepsOnePixel()
    {
        Picture reduced = AreaReduction.ToLongSide(new Picture(1, 20000), 512, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((1, 512), (reduced.Width, reduced.Height));
    }

    [Fact]
    public void Reduce_White_StaysWhite()
    {
        var picture = new Picture(997, 613);
        picture.Pixels.Fill(255);
        Picture reduced = AreaReduction.Reduce(picture, 100, 61, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(reduced.Pixels.IndexOfAnyExcept((byte)255) < 0);
    }

    private static double Mean(Picture picture, int width, int height, int x, int y, int channel)
    {
        double left = (double)x * picture.Width / width;
        double right = (double)(x + 1) * picture.Width / width;
        double top = (double)y * picture.Height / height;
        double bottom = (double)(y + 1) * picture.Height / height;
        double sum = 0;
        for (int j = 0; j < picture.Height; j++)
        {
            for (int i = 0; i < picture.Width; i++)
            {
                double share = Math.Max(0, Math.Min(right, i + 1) - Math.Max(left, i)) * Math.Max(0, Math.Min(bottom, j + 1) - Math.Max(top, j));
                sum += share * picture.Row(j)[(i * 3) + channel];
            }
        }

        return sum / ((right - left) * (bottom - top));
    }
}

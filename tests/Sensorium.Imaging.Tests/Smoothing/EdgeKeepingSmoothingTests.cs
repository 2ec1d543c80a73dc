namespace Sensorium.Imaging.Tests;

public sealed class EdgeKeepingSmoothingTests
{
    [Fact]
    public void Vector_AnyPixels_EqualsScalarToTheBit()
    {
        ColourPlanes planes = ColourPlanes.From(Pictures.Shapes(40, 30, 6, 20, 3), ColourSpace.OkLab, cancellationToken: TestContext.Current.CancellationToken);
        var vector = new ColourPlanes(40, 30, ColourSpace.OkLab);
        var scalar = new ColourPlanes(40, 30, ColourSpace.OkLab);
        foreach (int step in new[] { 1, 2, 4, 8 })
        {
            for (int y = 0; y < 30; y++)
            {
                EdgeKeepingSmoothing.Vector(planes, vector, 16, y, step, 50);
                for (int x = 16; x < 24; x++)
                {
                    EdgeKeepingSmoothing.Pixel(planes, scalar, x, y, step, 50);
                    int i = (y * 40) + x;
                    Assert.Equal((scalar.First[i], scalar.Second[i], scalar.Third[i]), (vector.First[i], vector.Second[i], vector.Third[i]));
                }
            }
        }
    }

    [Fact]
    public void Smooth_StrongEdge_StaysAndNoiseGoes()
    {
        var picture = new Picture(64, 32);
        var random = new Pcg32(1);
        for (int y = 0; y < 32; y++)
        {
            for (int x = 0; x < 64; x++)
            {
                picture.Row(y).Slice(x * 3, 3).Fill((byte)((x < 32 ? 60 : 190) + random.Next(17) - 8));
            }
        }

        ColourPlanes planes = ColourPlanes.From(picture, ColourSpace.OkLab, cancellationToken: TestContext.Current.CancellationToken);
        ColourPlanes smooth = EdgeKeepingSmoothing.Smooth(planes, 0.13f, 4, 2, TestContext.Current.CancellationToken);
        Assert.True(Deviation(smooth, 31) < 0.3 * Deviation(planes, 31));
        Assert.True(smooth.First[(16 * 64) + 33] - smooth.First[(16 * 64) + 30] > 0.35f);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 20)]
    [InlineData(20, 1)]
    [InlineData(7, 7)]
    public void Smooth_FlatPictureOfAnySize_StaysFlat(int width, int height)
    {
        var picture = new Picture(width, height);
        Pictures.Fill(picture, new Rgb(90, 120, 30), (_, _) => true);
        ColourPlanes planes = ColourPlanes.From(picture, ColourSpace.OkLab, cancellationToken: TestContext.Current.CancellationToken);
        ColourPlanes smooth = EdgeKeepingSmoothing.Smooth(planes, 0.13f, 4, 1, TestContext.Current.CancellationToken);
        for (int i = 0; i < width * height; i++)
        {
            Assert.Equal(planes.First[i], smooth.First[i], 1e-6);
            Assert.Equal(planes.Third[i], smooth.Third[i], 1e-6);
        }
    }

    private static double Deviation(ColourPlanes planes, int columns)
    {
        float[] values = [.. Enumerable.Range(0, 32).SelectMany(y => planes.First.Slice(y * 64, columns).ToArray())];
        double mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }
}

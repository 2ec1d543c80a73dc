using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Media.Tests;

public sealed class AreaReducerTests
{
    private static readonly Arbitrary<((int Width, int Height) Size, int LongSide)> Cases =
        Gen.Choose(1, 70).Two().Zip(Gen.Choose(1, 80)).ToArbitrary();

    [Fact]
    public void Reduce_AnySize_IsTheMeanOfTheAreaCovered() => Prop.ForAll(Cases, c =>
    {
        Picture source = Pictures.Make(c.Size.Width, c.Size.Height, (ulong)c.LongSide, 55);
        Picture reduced = AreaReducer.Reduce(source, c.LongSide);
        for (int y = 0; y < reduced.Height; y++)
        {
            for (int x = 0; x < reduced.Width; x++)
            {
                for (int channel = 0; channel < 3; channel++)
                {
                    // Exact halves may fall to either side in floating point.
                    double mean = Mean(source, reduced, x, y, channel);
                    Assert.InRange(reduced.Row(y)[(x * 3) + channel], mean - 0.5 - 1e-9, mean + 0.5 + 1e-9);
                }
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Add_PixelsInReverse_GivesTheSameAsRows() => Prop.ForAll(Cases, c =>
    {
        Picture source = Pictures.Make(c.Size.Width, c.Size.Height, 3, 55);
        Picture rows = AreaReducer.Reduce(source, c.LongSide);
        var scatter = new ScatterReducer(source.Width, source.Height, rows.Width, rows.Height);
        for (int y = source.Height - 1; y >= 0; y--)
        {
            for (int x = source.Width - 1; x >= 0; x--)
            {
                scatter.Add(y, x, 1, source.Row(y).Slice(x * 3, 3));
            }
        }

        return scatter.Complete().Pixels.SequenceEqual(rows.Pixels);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(4000, 3000, 1024, 1024, 768)]
    [InlineData(1, 20_000, 1024, 1, 1024)]
    [InlineData(20_000, 3, 100, 100, 1)]
    [InlineData(50, 40, 1024, 50, 40)]
    public void Fit_Sizes_KeepsProportionsAndNeverGrows(int width, int height, int longSide, int fitWidth, int fitHeight) =>
        Assert.Equal((fitWidth, fitHeight), AreaReducer.Fit(width, height, longSide));

    [Fact]
    public void Complete_RowsMissing_Throws()
    {
        var reducer = new AreaReducer(4, 4, 2, 2);
        reducer.AddRow(new byte[12]);
        Assert.Throws<InvalidOperationException>(() => reducer.Complete());
    }

    private static double Mean(Picture source, Picture reduced, int x, int y, int channel)
    {
        double sum = 0;
        double area = 0;
        double scaleX = (double)source.Width / reduced.Width;
        double scaleY = (double)source.Height / reduced.Height;
        for (int sy = 0; sy < source.Height; sy++)
        {
            for (int sx = 0; sx < source.Width; sx++)
            {
                double share = Overlap(sx, x * scaleX, (x + 1) * scaleX) * Overlap(sy, y * scaleY, (y + 1) * scaleY);
                sum += share * source.Row(sy)[(sx * 3) + channel];
                area += share;
            }
        }

        return sum / area;
    }

    private static double Overlap(int pixel, double from, double to) => Math.Max(0, Math.Min(pixel + 1, to) - Math.Max(pixel, from));
}

using Sensorium.Imaging;

namespace Sensorium.Expression.Tests;

public sealed class ScanColumnsTests
{
    [Fact]
    public void Coverage_TwoHalves_IsTheShareOfEachColumn()
    {
        RegionMap map = new RegionMapBuilder(40, 20).Paint(new Rgb(200, 0, 0), 0, 0, 1, 1).Paint(new Rgb(0, 0, 200), .5, 0, 1, .25).Build();
        ScanColumns columns = new(map, 10);

        Assert.Equal(1f, columns.Coverage(0, 1));
        Assert.Equal(0f, columns.Coverage(0, 2));
        Assert.Equal(.75f, columns.Coverage(9, 1));
        Assert.Equal(.25f, columns.Coverage(9, 2));
        Assert.Equal(.875f, columns.Height(9, 2), 1e-5f);
        Assert.Equal(.375f, columns.Height(9, 1), 1e-5f);
    }

    /// <summary>A tall narrow picture has fewer pixels than the scan has steps; each step still reads the pixel it falls on.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(63)]
    [InlineData(65)]
    public void Coverage_PictureNarrowerThanTheScan_LeavesNoColumnEmpty(int width)
    {
        RegionMap map = new RegionMapBuilder(width, 20).Paint(new Rgb(200, 0, 0), 0, 0, 1, .5).Paint(new Rgb(0, 0, 200), 0, .5, 1, 1).Build();
        ScanColumns columns = new(map, 64);

        Assert.All(Enumerable.Range(0, 64), column =>
        {
            Assert.Equal(.5f, columns.Coverage(column, 1));
            Assert.Equal(.75f, columns.Height(column, 1), 1e-5f);
        });
    }
}

using Sensorium.Imaging;

namespace Sensorium.Perception.Tests;

public sealed class CommonColourTests
{
    [Fact]
    public void Of_OneColour_IsAllOfIt()
    {
        CommonColour colour = Of(Pictures.Flat(30, 60, 200));

        Assert.Equal(ColourNames.Of(new Rgb(30, 60, 200)).Text, colour.Name);
        Assert.Equal(1, colour.Share, 1e-6);
    }

    [Fact]
    public void Of_TwoColours_IsTheCommonerWithItsShare()
    {
        CommonColour colour = Of(Pictures.Paint(100, 40, (x, _) => x < 70 ? new Rgb(200, 30, 30) : new Rgb(20, 120, 60)));

        Assert.Equal(ColourNames.Of(new Rgb(200, 30, 30)).Text, colour.Name);
        Assert.Equal(0.7, colour.Share, 1e-6);
    }

    [Fact]
    public void Of_ShadesOfOneColour_AreOne()
    {
        // Blue that grows a little lighter from left to right, as a sky does, beside a tenth of black.
        CommonColour colour = Of(Pictures.Paint(100, 40, (x, y) => y < 4 ? new Rgb(0, 0, 0) : new Rgb((byte)(40 + (x / 5)), (byte)(90 + (x / 5)), (byte)(200 + (x / 5)))));

        Assert.Contains("blue", colour.Name.English, StringComparison.Ordinal);
        Assert.Equal(0.9, colour.Share, 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_MirroredPicture_IsTheSame(ulong seed)
    {
        Picture picture = Pictures.Random(seed, 150, 100);

        CommonColour straight = Of(picture), mirrored = Of(Pictures.Mirror(picture));

        Assert.Equal(straight.Name, mirrored.Name);
        Assert.Equal(straight.Share, mirrored.Share, 1e-3);
    }

    private static CommonColour Of(Picture picture) => CommonColour.Of(SceneColours.Of(picture));
}

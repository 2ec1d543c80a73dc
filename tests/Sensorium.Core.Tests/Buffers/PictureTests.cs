namespace Sensorium.Core.Tests;

public sealed class PictureTests
{
    [Fact]
    public void Row_WritesThroughToPixels_AtItsPlace()
    {
        Picture picture = new(2, 3);

        picture.Row(1)[5] = 7;

        Assert.Equal(7, picture.Pixels[11]);
        Assert.Equal(7, picture.Memory.Span[11]);
        Assert.Equal(6, picture.Row(2).Length);
    }

    [Fact]
    public void Constructor_GivenPixels_WrapsWithoutCopying()
    {
        byte[] pixels = new byte[6];
        Picture picture = new(2, 1, pixels);

        pixels[0] = 9;

        Assert.Equal(9, picture.Pixels[0]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-3, 2)]
    public void Constructor_SideUnderOne_Throws(int width, int height)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Picture(width, height));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Picture(width, height, []));
    }

    [Fact]
    public void Constructor_WrongLength_NamesBothLengths()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Picture(2, 2, new byte[11]));

        Assert.Contains("12", error.Message, StringComparison.Ordinal);
        Assert.Contains("11", error.Message, StringComparison.Ordinal);
    }

    /// <summary>65536 x 65536 x 3 bytes overflow an int: that must never come out as a small picture.</summary>
    [Fact]
    public void Constructor_SizeBeyondMemory_Throws()
    {
        Assert.Throws<OverflowException>(() => new Picture(65536, 65536));
        Assert.Throws<ArgumentException>(() => new Picture(65536, 65536, []));
    }
}

using Sensorium.Perception;

namespace Sensorium.Lab.Faces.Tests;

public sealed class TileResizingTests
{
    private static GreyTile Tile(Func<int, int, int> value) =>
        new(48, [.. Enumerable.Range(0, 48 * 48).Select(i => (byte)value(i % 48, i / 48))]);

    [Fact]
    public void LoseDetail_SameSide_KeepsEveryPixel()
    {
        GreyTile tile = Tile((x, y) => (x * y) % 256);

        Assert.Equal(tile.Pixels.ToArray(), TileResizing.LoseDetail(tile, 48).Pixels.ToArray());
    }

    [Theory]
    [InlineData(32)]
    [InlineData(24)]
    [InlineData(7)]
    public void LoseDetail_Flat_StaysFlat(int side) => Assert.All(TileResizing.LoseDetail(Tile((_, _) => 77), side).Pixels.ToArray(), value => Assert.Equal(77, value));

    /// <summary>A ramp is its own area mean and its own interpolation, but for the rim.</summary>
    [Fact]
    public void LoseDetail_Ramp_StaysARampInside()
    {
        GreyTile lost = TileResizing.LoseDetail(Tile((x, _) => 4 * x), 24);

        for (int x = 2; x < 46; x++)
        {
            Assert.InRange(lost.Pixels[(20 * 48) + x], (4 * x) - 1, (4 * x) + 1);
        }
    }

    /// <summary>Stripes of one pixel are gone at half the size.</summary>
    [Fact]
    public void LoseDetail_FineStripes_BecomeGrey() =>
        Assert.All(TileResizing.LoseDetail(Tile((x, _) => x % 2 == 0 ? 0 : 200), 24).Pixels.ToArray(), value => Assert.Equal(100, value));
}

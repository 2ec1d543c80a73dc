using Sensorium.Perception;

namespace Sensorium.Lab.Faces;

/// <summary>Takes detail from tiles, as if the face had been small in its photograph.</summary>
internal static class TileResizing
{
    /// <summary>Reduces a tile by the mean of areas and enlarges it again between neighbours.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="side">The small side in pixels, 1 to the tile's; the tile's own gives it back unchanged.</param>
    /// <returns>A tile of the old side.</returns>
    public static GreyTile LoseDetail(GreyTile tile, int side)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(side, tile.Side);
        return tile.Resize(side).Resize(tile.Side);
    }
}

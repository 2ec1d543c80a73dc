using Sensorium.Imaging;

namespace Sensorium.Expression;

/// <summary>A picture read in columns from left to right: where each leaf lies in each of them.</summary>
internal sealed class ScanColumns
{
    private readonly float[] _coverage;
    private readonly float[] _height;
    private readonly int _regions;

    /// <summary>Reads the columns.</summary>
    /// <param name="map">The regions.</param>
    /// <param name="count">Columns, at least 1.</param>
    public ScanColumns(RegionMap map, int count)
    {
        Count = count;
        _regions = map.Regions.Count;
        _coverage = new float[count * _regions];
        _height = new float[count * _regions];
        ReadOnlySpan<ushort> ids = map.LeafIds;
        float[] columnPixels = new float[count];
        for (int y = 0; y < map.Height; y++)
        {
            float height = 1 - ((y + .5f) / map.Height);
            for (int x = 0; x < map.Width; x++)
            {
                int column = (int)((long)x * count / map.Width);
                int at = (column * _regions) + ids[(y * map.Width) + x];
                _coverage[at]++;
                _height[at] += height;
                columnPixels[column]++;
            }
        }

        for (int column = 0; column < count; column++)
        {
            for (int region = 0; region < _regions; region++)
            {
                int at = (column * _regions) + region;
                if (_coverage[at] > 0)
                {
                    _height[at] /= _coverage[at];
                    _coverage[at] /= columnPixels[column];
                }
            }
        }
    }

    /// <summary>Columns.</summary>
    public int Count { get; }

    /// <summary>Share of a column that a leaf covers, 0..1; narrow pictures leave some columns empty.</summary>
    /// <param name="column">Column from 0.</param>
    /// <param name="regionId">The leaf.</param>
    /// <returns>The share.</returns>
    public float Coverage(int column, int regionId) => _coverage[(column * _regions) + regionId];

    /// <summary>Mean height of a leaf in a column: 0 at the bottom, 1 at the top.</summary>
    /// <param name="column">Column from 0.</param>
    /// <param name="regionId">The leaf.</param>
    /// <returns>The height; meaningless where the leaf does not cover the column.</returns>
    public float Height(int column, int regionId) => _height[(column * _regions) + regionId];
}

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
        for (int column = 0; column < count; column++)
        {
            // A picture narrower than the scan has no pixel of its own for every column: it is read where the column falls.
            int left = (int)((long)column * map.Width / count);
            int right = Math.Max(left + 1, (int)((long)(column + 1) * map.Width / count));
            Read(map, column, left, right);
        }
    }

    /// <summary>Columns.</summary>
    public int Count { get; }

    /// <summary>Share of a column that a leaf covers, 0..1.</summary>
    /// <param name="column">Column from 0.</param>
    /// <param name="regionId">The leaf.</param>
    /// <returns>The share.</returns>
    public float Coverage(int column, int regionId) => _coverage[(column * _regions) + regionId];

    /// <summary>Mean height of a leaf in a column: 0 at the bottom, 1 at the top.</summary>
    /// <param name="column">Column from 0.</param>
    /// <param name="regionId">The leaf.</param>
    /// <returns>The height; meaningless where the leaf does not cover the column.</returns>
    public float Height(int column, int regionId) => _height[(column * _regions) + regionId];

    private void Read(RegionMap map, int column, int left, int right)
    {
        Span<float> coverage = _coverage.AsSpan(column * _regions, _regions);
        Span<float> heights = _height.AsSpan(column * _regions, _regions);
        for (int y = 0; y < map.Height; y++)
        {
            float height = 1 - ((y + .5f) / map.Height);
            foreach (ushort id in map.LeafIds.Slice((y * map.Width) + left, right - left))
            {
                coverage[id]++;
                heights[id] += height;
            }
        }

        float pixels = (float)(right - left) * map.Height;
        for (int region = 0; region < _regions; region++)
        {
            if (coverage[region] > 0)
            {
                heights[region] /= coverage[region];
                coverage[region] /= pixels;
            }
        }
    }
}

using Sensorium.Imaging;

namespace Sensorium.Expression;

/// <summary>
/// The leaf under each pixel, run-length encoded: pairs of (run length, leaf id) along the rows, each number as a
/// little-endian base-128 varint. A run may pass the end of a row. About 1 % of the size of the plain grid.
/// </summary>
internal static class LeafRuns
{
    /// <summary>Encodes the grid of <paramref name="map"/>.</summary>
    /// <param name="map">The regions.</param>
    /// <returns>The bytes.</returns>
    public static byte[] Encode(RegionMap map)
    {
        ReadOnlySpan<ushort> leaves = map.LeafIds;
        List<byte> bytes = new(leaves.Length / 32);
        for (int start = 0; start < leaves.Length;)
        {
            int end = start + 1;
            while (end < leaves.Length && leaves[end] == leaves[start])
            {
                end++;
            }

            Append(bytes, (uint)(end - start));
            Append(bytes, leaves[start]);
            start = end;
        }

        return [.. bytes];
    }

    private static void Append(List<byte> bytes, uint value)
    {
        while (value >= 0x80)
        {
            bytes.Add((byte)(value | 0x80));
            value >>= 7;
        }

        bytes.Add((byte)value);
    }
}

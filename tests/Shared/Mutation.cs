namespace Sensorium.Testing;

/// <summary>Damages files as bad discs, cut downloads and hostile hands do.</summary>
internal static class Mutation
{
    /// <summary>One damaged copy.</summary>
    /// <param name="whole">The file; at least one byte.</param>
    /// <param name="random">Chooses the damage and its place.</param>
    /// <param name="head">Bytes at the beginning in which sizes and rates stand.</param>
    /// <param name="flips">Bits that change where many do.</param>
    /// <param name="hole">Most bytes that are missing.</param>
    public static byte[] Of(byte[] whole, Pcg32 random, int head, int flips, int hole)
    {
        byte[] result = [.. whole];
        int at = random.Next(result.Length);
        switch (random.Next(6))
        {
            case 0:
                return result[..at];
            case 1:
                // One bit in the header, where it does most.
                result[random.Next(Math.Min(result.Length, 64))] ^= (byte)(1 << random.Next(8));
                return result;
            case 2:
                for (int i = 0; i < flips; i++)
                {
                    result[random.Next(result.Length)] ^= (byte)(1 << random.Next(8));
                }

                return result;
            case 3:
                // A stretch of one value, often a length, a size or a rate.
                result.AsSpan(random.Next(Math.Max(1, Math.Min(result.Length, head) - 8))).Slice(0, Math.Min(8, result.Length)).Fill((byte)(random.Next(2) * 255));
                return result;
            case 4:
                // A piece missing.
                return [.. result.AsSpan(0, at), .. result.AsSpan(Math.Min(result.Length, at + 1 + random.Next(hole)))];
            default:
                // The file twice, the second time from somewhere.
                return [.. result, .. result.AsSpan(at)];
        }
    }
}

namespace Sensorium.Inference.Tests;

/// <summary>Damages bytes as disks, editors and attackers do.</summary>
internal static class Mutation
{
    /// <summary>A copy with one to four changes: a bit turned, a byte replaced, a stretch removed, doubled or cut off.</summary>
    public static byte[] Of(byte[] sound, Pcg32 random)
    {
        List<byte> bytes = [.. sound];
        int changes = 1 + random.Next(4);
        for (int i = 0; i < changes && bytes.Count > 0; i++)
        {
            int at = random.Next(bytes.Count);
            int length = 1 + random.Next(Math.Min(16, bytes.Count - at));
            switch (random.Next(5))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.RemoveRange(at, length); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }
}

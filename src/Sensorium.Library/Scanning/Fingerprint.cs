using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Sensorium.Library;

/// <summary>
/// Tells files apart by their content: SHA-256 over the size and all bytes, the first 128 bits. Of a file over 64 MiB only 256 blocks of 64 KiB count, spread evenly from its first byte to its last:
/// two such files of one size that differ nowhere in these places count as the same. Coded sound that differs at all differs there with near certainty, a few samples
/// changed in an hour of uncoded sound may be missed.
/// </summary>
public static class Fingerprint
{
    private const int BlockBytes = 64 << 10;
    private const int Blocks = 256;
    private const long MostWhole = 64L << 20;

    /// <summary>Computes the fingerprint of a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>32 small hexadecimal digits.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string Of(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long size = RandomAccess.GetLength(file);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, size);
        hash.AppendData(number);
        byte[] block = new byte[BlockBytes];
        bool isWhole = size <= MostWhole;
        long count = isWhole ? (size + BlockBytes - 1) / BlockBytes : Blocks;
        for (long i = 0; i < count; i++)
        {
            long at = isWhole ? i * BlockBytes : i * (size - BlockBytes) / (Blocks - 1);
            int got = 0;
            for (int read; got < BlockBytes && (read = RandomAccess.Read(file, block.AsSpan(got), at + got)) > 0; got += read)
            {
            }

            hash.AppendData(block, 0, got);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}

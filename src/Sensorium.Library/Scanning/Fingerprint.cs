using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Sensorium.Library;

/// <summary>
/// Tells files apart by their content without reading all of it: SHA-256 over the size, the first and the last 64 KiB, and eight blocks of 4 KiB at
/// even distances between them; the first 128 bits. A file of up to 160 KiB is hashed whole. Two files of one size that differ nowhere in these places
/// count as the same: coded sound that differs at all differs in the places that are read with near certainty, a few samples changed in a long
/// uncoded WAV file may be missed.
/// </summary>
public static class Fingerprint
{
    private const int EndBytes = 64 << 10;
    private const int BlockBytes = 4 << 10;
    private const int Blocks = 8;

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
        var buffer = new byte[EndBytes];

        void Add(long at, int count)
        {
            int got = 0;
            for (int read; got < count && (read = RandomAccess.Read(file, buffer.AsSpan(got, count - got), at + got)) > 0; got += read)
            {
            }

            hash.AppendData(buffer, 0, got);
        }

        if (size <= (2 * EndBytes) + (Blocks * BlockBytes))
        {
            for (long at = 0; at < size; at += EndBytes)
            {
                Add(at, (int)Math.Min(EndBytes, size - at));
            }
        }
        else
        {
            Add(0, EndBytes);
            long step = (size - (2 * EndBytes)) / Blocks;
            for (int i = 0; i < Blocks; i++)
            {
                Add(EndBytes + (i * step), BlockBytes);
            }

            Add(size - EndBytes, EndBytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}

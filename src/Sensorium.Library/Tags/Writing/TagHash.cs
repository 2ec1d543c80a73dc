using System.Security.Cryptography;

namespace Sensorium.Library;

/// <summary>Hashes ranges of files.</summary>
internal static class TagHash
{
    private const int BlockBytes = 1 << 16;

    /// <summary>Takes in a range, piece by piece.</summary>
    public static void Add(IncrementalHash hash, TagBytes file, long from, long to)
    {
        while (from < to)
        {
            ReadOnlySpan<byte> block = file.Take(from, (int)Math.Min(BlockBytes, to - from));
            if (block.Length == 0)
            {
                return;
            }

            hash.AppendData(block);
            from += block.Length;
        }
    }

    /// <summary>What a file's sound hashes to.</summary>
    public static byte[] OfSound(ITagForm form, TagBytes file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        form.HashSound(file, hash);
        return hash.GetHashAndReset();
    }
}

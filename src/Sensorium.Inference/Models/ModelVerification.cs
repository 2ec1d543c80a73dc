using System.Security.Cryptography;

namespace Sensorium.Inference;

/// <summary>Compares a file with its stated size and SHA-256.</summary>
internal static class ModelVerification
{
    private const int BlockBytes = 1 << 17;

    /// <summary>Compares one file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="stated">What the manifest says.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>How it compares.</returns>
    public static ModelFileState Check(string path, ModelFileEntry stated, CancellationToken cancellationToken)
    {
        try
        {
            FileInfo file = new(path);
            return !file.Exists ? ModelFileState.Missing
                : file.Length != stated.Bytes ? ModelFileState.WrongSize
                : Hash(path, cancellationToken) == stated.Sha256 ? ModelFileState.Sound
                : ModelFileState.WrongContent;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ModelFileState.Unreadable;
        }
    }

    private static string Hash(string path, CancellationToken cancellationToken)
    {
        using FileStream file = File.OpenRead(path);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = new byte[BlockBytes];
        int read;
        while ((read = file.Read(block)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(block, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}

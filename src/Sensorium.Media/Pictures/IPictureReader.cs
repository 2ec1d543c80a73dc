namespace Sensorium.Media;

/// <summary>Reads picture files.</summary>
public interface IPictureReader
{
    /// <summary>Reads a picture: the first frame of a moving one, upright, transparency laid over white, reduced to the size asked for.</summary>
    /// <param name="path">The file. Its content decides what it is, never its name.</param>
    /// <param name="options">The size wanted and the limits.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="MalformedInputException">There is no such file, it cannot be opened, or it is empty or broken.</exception>
    /// <exception cref="UnsupportedInputException">It is something else than a picture, or of a kind that cannot be read here.</exception>
    /// <exception cref="LimitReachedException">It is larger, or took longer, than the limits allow.</exception>
    /// <exception cref="MissingComponentException">Its kind needs ffmpeg, which is not installed.</exception>
    Task<DecodedPicture> ReadAsync(string path, PictureReadOptions options, CancellationToken cancellationToken = default);

    /// <summary>Reads a picture that is in memory already, as from a pipe; otherwise as a file.</summary>
    /// <param name="file">The bytes of a picture file.</param>
    /// <param name="name">What to call it in sentences.</param>
    /// <param name="options">The size wanted and the limits.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="MalformedInputException">It is empty or broken.</exception>
    /// <exception cref="UnsupportedInputException">It is something else than a picture, or of a kind that is only read from a file: HEIC and AVIF.</exception>
    /// <exception cref="LimitReachedException">It is larger, or took longer, than the limits allow.</exception>
    /// <exception cref="MissingComponentException">Its kind needs ffmpeg, which is not installed.</exception>
    Task<DecodedPicture> ReadAsync(ReadOnlyMemory<byte> file, string name, PictureReadOptions options, CancellationToken cancellationToken = default);
}

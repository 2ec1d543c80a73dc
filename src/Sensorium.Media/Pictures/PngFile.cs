namespace Sensorium.Media;

/// <summary>PNG files (ISO/IEC 15948), written and read without outside help.</summary>
public static class PngFile
{
    /// <summary>
    /// Writes a picture without loss: as a palette picture where it has at most 256 colours, else as 8-bit grey or true colour.
    /// The same picture gives the same bytes.
    /// </summary>
    /// <param name="output">Receives the whole file; stays open.</param>
    /// <param name="picture">The picture.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream output, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(picture);
        PngEncoder.Write(output, picture);
    }

    /// <summary>Reads a picture of any colour type and depth, upright and over white.</summary>
    /// <param name="input">Stands at the beginning of the file; stays open.</param>
    /// <param name="options">The size wanted and the limits; null for the defaults.</param>
    /// <param name="cancellationToken">Stops on the way.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="MalformedInputException">The file is no PNG, cut off or damaged.</exception>
    /// <exception cref="LimitReachedException">It has more pixels than allowed.</exception>
    public static DecodedPicture Read(Stream input, PictureReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        string path = (input as FileStream)?.Name ?? "picture.png";
        var description = new PictureInput(Path.GetFileName(path), path, "png", options ?? new PictureReadOptions());
        Span<byte> start = stackalloc byte[8];
        int read = input.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start[..read].SequenceEqual(PngEncoder.Signature)
            ? PngDecoder.Decode(input, description, cancellationToken)
            : throw PictureErrors.Damaged(description.Name, description.Format, "no PNG signature");
    }
}

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
}

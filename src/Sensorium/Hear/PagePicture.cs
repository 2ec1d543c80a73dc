using Sensorium.Media;

namespace Sensorium;

/// <summary>Encodes the picture that a page shows.</summary>
internal static class PagePicture
{
    private const int Quality = 86;

    /// <summary>Encodes a picture as JPEG, or as PNG where libjpeg-turbo is missing.</summary>
    /// <param name="picture">The picture.</param>
    /// <returns>Media type and bytes.</returns>
    public static (string Mime, byte[] Data) Encode(Picture picture)
    {
        if (JpegCodec.IsAvailable)
        {
            return ("image/jpeg", JpegCodec.Encode(picture, Quality));
        }

        using MemoryStream stream = new();
        PngFile.Write(stream, picture);
        return ("image/png", stream.ToArray());
    }
}

namespace Sensorium.Media;

/// <summary>A picture that was read, and what its file said.</summary>
public sealed record DecodedPicture
{
    /// <summary>The pixels: upright, over white, reduced to the size asked for.</summary>
    public required Picture Picture { get; init; }

    /// <summary>Width of the whole picture in pixels, upright.</summary>
    public required int SourceWidth { get; init; }

    /// <summary>Height of the whole picture in pixels, upright.</summary>
    public required int SourceHeight { get; init; }

    /// <summary>What the file is: <c>jpeg png webp gif bmp tiff heic avif</c>.</summary>
    public required string Format { get; init; }

    /// <summary>What a person should know, such as that the file is cut off and part of the picture is missing; null where all is well.</summary>
    public LocalizedText? Warning { get; init; }
}

namespace Sensorium.Media;

/// <summary>How a picture is read.</summary>
public sealed record PictureReadOptions
{
    /// <summary>
    /// The longest side wanted in pixels, at least 1. Larger pictures are reduced to it by averaging areas, partly while decoding;
    /// smaller ones stay as they are. Default 1024.
    /// </summary>
    public int TargetLongSide { get; init; } = 1024;

    /// <summary>How much the picture may ask for.</summary>
    public PictureLimits Limits { get; init; } = new();
}

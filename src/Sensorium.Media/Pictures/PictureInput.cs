namespace Sensorium.Media;

/// <summary>What every decoder is given.</summary>
/// <param name="Name">The file's name, for sentences.</param>
/// <param name="Path">The file's full path; null where it is in memory alone.</param>
/// <param name="Format">The format by content.</param>
/// <param name="Options">The size wanted and the limits.</param>
internal sealed record PictureInput(string Name, string? Path, string Format, PictureReadOptions Options)
{
    /// <summary>Refuses a size over the limits.</summary>
    /// <param name="width">Width as stored.</param>
    /// <param name="height">Height as stored.</param>
    /// <exception cref="LimitReachedException">The size is over the limits.</exception>
    public void CheckSize(long width, long height)
    {
        PictureLimits limits = Options.Limits;
        if (width > limits.MostSide || height > limits.MostSide || width * height > limits.MostPixels)
        {
            throw PictureErrors.TooManyPixels(Name, width, height, limits);
        }
    }

    /// <summary>The size to reduce to.</summary>
    /// <param name="width">Width as stored.</param>
    /// <param name="height">Height as stored.</param>
    /// <returns>The size, each side at least 1.</returns>
    public (int Width, int Height) Fit(int width, int height) => AreaReducer.Fit(width, height, Options.TargetLongSide);

    /// <summary>Puts a decoded picture upright and describes it.</summary>
    /// <param name="picture">The reduced picture as stored.</param>
    /// <param name="width">Width of the whole picture as stored.</param>
    /// <param name="height">Height of the whole picture as stored.</param>
    /// <param name="orientation">EXIF orientation.</param>
    /// <param name="warning">What a person should know.</param>
    /// <returns>The result.</returns>
    public DecodedPicture Finish(Picture picture, int width, int height, int orientation, LocalizedText? warning = null) => new()
    {
        Picture = Orientation.Apply(picture, orientation),
        SourceWidth = Orientation.Transposes(orientation) ? height : width,
        SourceHeight = Orientation.Transposes(orientation) ? width : height,
        Format = Format,
        Warning = warning,
    };
}

namespace Sensorium.Media;

/// <summary>How the frames of a film are read.</summary>
public sealed record FilmReadOptions
{
    /// <summary>Frames a second, over 0 to 30; fewer where the film is longer than <see cref="FilmLimits.MostFrames"/> reach. Default 4.</summary>
    public double FramesASecond { get; init; } = 4;

    /// <summary>Longest side of the frames in pixels, at least 16; smaller ones stay as they are. Default 640.</summary>
    public int MostSide { get; init; } = 640;

    /// <summary>How much the file may ask for.</summary>
    public FilmLimits Limits { get; init; } = new();
}

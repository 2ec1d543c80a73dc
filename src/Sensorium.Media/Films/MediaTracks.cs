namespace Sensorium.Media;

/// <summary>What a container holds.</summary>
/// <param name="HasFilm">Whether there are moving pictures; a cover picture is none.</param>
/// <param name="HasSound">Whether there is a sound track.</param>
/// <param name="Width">Width of the moving pictures in pixels, upright; 0 without.</param>
/// <param name="Height">Height of the moving pictures in pixels, upright; 0 without.</param>
/// <param name="Length">Stated length; null where the container does not say.</param>
public readonly record struct MediaTracks(bool HasFilm, bool HasSound, int Width, int Height, TimeSpan? Length);

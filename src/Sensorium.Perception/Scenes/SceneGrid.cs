namespace Sensorium.Perception;

/// <summary>Divides a picture into cells.</summary>
internal static class SceneGrid
{
    /// <summary>The cell in which a pixel lies, by the pixel's middle, so that a mirrored picture falls into mirrored cells.</summary>
    /// <param name="at">The pixel's column or row.</param>
    /// <param name="length">How many columns or rows there are.</param>
    /// <param name="grid">How many cells.</param>
    /// <returns>0 to <paramref name="grid"/> - 1.</returns>
    public static int CellOf(int at, int length, int grid) => ((2 * at) + 1) * grid / (2 * length);
}

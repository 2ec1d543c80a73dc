namespace Sensorium.Perception;

/// <summary>One channel of a picture as floats: <c>[height x width]</c>.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Values">The values, row by row.</param>
internal readonly record struct ScenePlane(int Width, int Height, float[] Values)
{
    /// <summary>The lightness of a picture as televisions weigh it (Rec. 601), 0..255.</summary>
    /// <param name="picture">The picture.</param>
    /// <returns>A plane of its size.</returns>
    public static ScenePlane GreyOf(Picture picture)
    {
        float[] grey = new float[picture.Width * picture.Height];
        ReadOnlySpan<byte> pixels = picture.Pixels;
        for (int i = 0; i < grey.Length; i++)
        {
            grey[i] = (0.299f * pixels[i * 3]) + (0.587f * pixels[(i * 3) + 1]) + (0.114f * pixels[(i * 3) + 2]);
        }

        return new(picture.Width, picture.Height, grey);
    }

    /// <summary>One row.</summary>
    /// <param name="y">Row, 0 at the top.</param>
    /// <returns>Its values.</returns>
    public ReadOnlySpan<float> Row(int y) => Values.AsSpan(y * Width, Width);
}

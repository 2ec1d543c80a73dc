namespace Sensorium.Imaging;

/// <summary>A colour in OKLab (Ottosson, "A perceptual color space for image processing", 2020), white point D65.</summary>
/// <param name="L">Lightness, 0 (black) to 1 (white).</param>
/// <param name="A">Green (negative) to red (positive), about -.4 to .4.</param>
/// <param name="B">Blue (negative) to yellow (positive), about -.4 to .4.</param>
public readonly record struct OkLab(float L, float A, float B)
{
    /// <summary>Chroma: distance from grey, 0 to about .33 within sRGB.</summary>
    public float Chroma => MathF.Sqrt((A * A) + (B * B));

    /// <summary>Hue angle in degrees, 0..360; red lies near 29, yellow 110, green 142, blue 264. 0 for pure grey.</summary>
    public float HueDegrees
    {
        get
        {
            float degrees = MathF.Atan2(B, A) * (180 / MathF.PI);
            return degrees < 0 ? degrees + 360 : degrees;
        }
    }
}

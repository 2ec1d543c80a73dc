namespace Sensorium.Imaging;

/// <summary>A colour in CIE 1976 L*a*b* (CIE 15:2004), white point D65, 2 degree observer.</summary>
/// <param name="L">Lightness L*, 0 (black) to 100 (white).</param>
/// <param name="A">a*: green (negative) to red (positive), about -86 to 98 within sRGB.</param>
/// <param name="B">b*: blue (negative) to yellow (positive), about -108 to 94 within sRGB.</param>
public readonly record struct CieLab(float L, float A, float B)
{
    /// <summary>Chroma C*ab: distance from grey, 0 to about 134 within sRGB.</summary>
    public float Chroma => MathF.Sqrt((A * A) + (B * B));
}

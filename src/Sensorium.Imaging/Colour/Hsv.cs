namespace Sensorium.Imaging;

/// <summary>A colour as hue, saturation and value of sRGB (Smith, "Color gamut transform pairs", SIGGRAPH 1978).</summary>
/// <param name="HueDegrees">Hue in degrees, 0..360; 0 for grey.</param>
/// <param name="Saturation">0..1.</param>
/// <param name="Value">0..1.</param>
public readonly record struct Hsv(float HueDegrees, float Saturation, float Value);

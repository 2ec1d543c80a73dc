namespace Sensorium.Imaging;

/// <summary>A colour in 8-bit sRGB (IEC 61966-2-1).</summary>
/// <param name="R">Red, 0..255.</param>
/// <param name="G">Green, 0..255.</param>
/// <param name="B">Blue, 0..255.</param>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>The colour as CSS writes it, e.g. <c>#1e90ff</c>.</summary>
    /// <returns>A hash sign and six lower-case hexadecimal digits.</returns>
    public string ToHex() => $"#{R:x2}{G:x2}{B:x2}";
}

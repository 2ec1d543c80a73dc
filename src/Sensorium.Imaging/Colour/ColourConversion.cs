using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Sensorium.Imaging;

/// <summary>
/// Conversions between sRGB and the spaces in which colours are compared.
/// OKLab after Ottosson, "A perceptual color space for image processing" (2020); CIELAB after CIE 15:2004 through the sRGB primaries and the D65 white of
/// IEC 61966-2-1; HSV after Smith, "Color gamut transform pairs" (SIGGRAPH 1978).
/// </summary>
public static class ColourConversion
{
    // The matrix sums to these for R = G = B = 1, so white gets exactly L* = 100, a* = b* = 0.
    private const float WhiteX = 0.4124564f + 0.3575761f + 0.1804375f;
    private const float WhiteZ = 0.0193339f + 0.1191920f + 0.9503041f;
    private const float LabKnee = 216f / 24389;
    private const float LabSlope = 841f / 108;
    private const float LabOffset = 4f / 29;

    /// <summary>OKLab of an sRGB colour.</summary>
    /// <param name="rgb">The colour.</param>
    /// <returns>The same colour in OKLab.</returns>
    public static OkLab ToOkLab(Rgb rgb)
    {
        LinearToOkLab(SrgbTransfer.ToLinear(rgb.R), SrgbTransfer.ToLinear(rgb.G), SrgbTransfer.ToLinear(rgb.B), out float l, out float a, out float b);
        return new OkLab(l, a, b);
    }

    /// <summary>The nearest byte triple of an OKLab colour; channels outside sRGB are clipped.</summary>
    /// <param name="colour">The colour.</param>
    /// <returns>The same colour in sRGB.</returns>
    public static Rgb ToRgb(OkLab colour)
    {
        (double r, double g, double b) = ToLinear(colour);
        return new Rgb(SrgbTransfer.ToByte(r), SrgbTransfer.ToByte(g), SrgbTransfer.ToByte(b));
    }

    /// <summary>CIELAB (D65) of an sRGB colour.</summary>
    /// <param name="rgb">The colour.</param>
    /// <returns>The same colour in CIELAB.</returns>
    public static CieLab ToCieLab(Rgb rgb)
    {
        LinearToCieLab(SrgbTransfer.ToLinear(rgb.R), SrgbTransfer.ToLinear(rgb.G), SrgbTransfer.ToLinear(rgb.B), out float l, out float a, out float b);
        return new CieLab(l, a, b);
    }

    /// <summary>CIELAB (D65) of an OKLab colour, without clipping to sRGB.</summary>
    /// <param name="colour">The colour.</param>
    /// <returns>The same colour in CIELAB.</returns>
    public static CieLab ToCieLab(OkLab colour)
    {
        (double r, double g, double b) = ToLinear(colour);
        LinearToCieLab((float)r, (float)g, (float)b, out float l, out float a, out float bb);
        return new CieLab(l, a, bb);
    }

    /// <summary>HSV of an sRGB colour.</summary>
    /// <param name="rgb">The colour.</param>
    /// <returns>The same colour in HSV; the hue of grey and the saturation of black are 0.</returns>
    public static Hsv ToHsv(Rgb rgb)
    {
        int most = Math.Max(rgb.R, Math.Max(rgb.G, rgb.B));
        int range = most - Math.Min(rgb.R, Math.Min(rgb.G, rgb.B));
        if (range == 0)
        {
            return new Hsv(0, 0, most / 255f);
        }

        float sixth = most == rgb.R ? (rgb.G - rgb.B) / (float)range
            : most == rgb.G ? 2 + ((rgb.B - rgb.R) / (float)range)
            : 4 + ((rgb.R - rgb.G) / (float)range);
        float hue = sixth * 60;
        return new Hsv(hue < 0 ? hue + 360 : hue, range / (float)most, most / 255f);
    }

    /// <summary>The nearest byte triple of an HSV colour.</summary>
    /// <param name="hsv">The colour; any hue angle is taken modulo 360.</param>
    /// <returns>The same colour in sRGB.</returns>
    public static Rgb ToRgb(Hsv hsv)
    {
        return new Rgb(Channel(5), Channel(3), Channel(1));

        byte Channel(int offset)
        {
            float k = (offset + (hsv.HueDegrees / 60)) % 6;
            k = k < 0 ? k + 6 : k;
            float share = Math.Clamp(Math.Min(k, 4 - k), 0, 1);
            float value = hsv.Value * (1 - (hsv.Saturation * share));
            return (byte)MathF.Round(255 * Math.Clamp(value, 0, 1), MidpointRounding.AwayFromZero);
        }
    }

    /// <summary>Linear sRGB of an OKLab colour; channels leave 0..1 for colours outside sRGB.</summary>
    /// <param name="colour">The colour.</param>
    /// <returns>Linear red, green and blue.</returns>
    public static (double Red, double Green, double Blue) ToLinear(OkLab colour)
    {
        double l = colour.L + (0.3963377774 * colour.A) + (0.2158037573 * colour.B);
        double m = colour.L - (0.1055613458 * colour.A) - (0.0638541728 * colour.B);
        double s = colour.L - (0.0894841775 * colour.A) - (1.2914855480 * colour.B);
        l *= l * l;
        m *= m * m;
        s *= s * s;
        return ((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }

    /// <summary>OKLab of linear sRGB.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void LinearToOkLab(float red, float green, float blue, out float lightness, out float a, out float b)
    {
        float l = CubeRoot.Of((0.4122214708f * red) + (0.5363325363f * green) + (0.0514459929f * blue));
        float m = CubeRoot.Of((0.2119034982f * red) + (0.6806995451f * green) + (0.1073969566f * blue));
        float s = CubeRoot.Of((0.0883024619f * red) + (0.2817188376f * green) + (0.6299787005f * blue));
        lightness = (0.2104542553f * l) + (0.7936177850f * m) - (0.0040720468f * s);
        a = (1.9779984951f * l) - (2.4285922050f * m) + (0.4505937099f * s);
        b = (0.0259040371f * l) + (0.7827717662f * m) - (0.8086757660f * s);
    }

    /// <summary>The same for eight pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void LinearToOkLab(
        Vector256<float> red, Vector256<float> green, Vector256<float> blue, out Vector256<float> lightness, out Vector256<float> a, out Vector256<float> b)
    {
        Vector256<float> l = CubeRoot.Of((red * 0.4122214708f) + (green * 0.5363325363f) + (blue * 0.0514459929f));
        Vector256<float> m = CubeRoot.Of((red * 0.2119034982f) + (green * 0.6806995451f) + (blue * 0.1073969566f));
        Vector256<float> s = CubeRoot.Of((red * 0.0883024619f) + (green * 0.2817188376f) + (blue * 0.6299787005f));
        lightness = (l * 0.2104542553f) + (m * 0.7936177850f) - (s * 0.0040720468f);
        a = (l * 1.9779984951f) - (m * 2.4285922050f) + (s * 0.4505937099f);
        b = (l * 0.0259040371f) + (m * 0.7827717662f) - (s * 0.8086757660f);
    }

    /// <summary>CIELAB of linear sRGB; negative light counts as none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void LinearToCieLab(float red, float green, float blue, out float lightness, out float a, out float b)
    {
        float x = LabCurve(((red * 0.4124564f) + (green * 0.3575761f) + (blue * 0.1804375f)) / WhiteX);
        float y = LabCurve((red * 0.2126729f) + (green * 0.7151522f) + (blue * 0.0721750f));
        float z = LabCurve(((red * 0.0193339f) + (green * 0.1191920f) + (blue * 0.9503041f)) / WhiteZ);
        lightness = (116 * y) - 16;
        a = 500 * (x - y);
        b = 200 * (y - z);
    }

    /// <summary>The same for eight pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void LinearToCieLab(
        Vector256<float> red, Vector256<float> green, Vector256<float> blue, out Vector256<float> lightness, out Vector256<float> a, out Vector256<float> b)
    {
        Vector256<float> x = LabCurve(((red * 0.4124564f) + (green * 0.3575761f) + (blue * 0.1804375f)) / WhiteX);
        Vector256<float> y = LabCurve((red * 0.2126729f) + (green * 0.7151522f) + (blue * 0.0721750f));
        Vector256<float> z = LabCurve(((red * 0.0193339f) + (green * 0.1191920f) + (blue * 0.9503041f)) / WhiteZ);
        lightness = (y * 116) - Vector256.Create(16f);
        a = (x - y) * 500;
        b = (y - z) * 200;
    }

    /// <summary>
    /// HSV as a cone: value along the axis, chroma (saturation times value) as the distance from it, hue as the angle, so that the hue of dark and grey pixels does not count.
    /// The angle is that of the projected colour cube, within 1.2 degrees of HSV's hue.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void EncodedToCone(float red, float green, float blue, out float x, out float y, out float value)
    {
        value = Math.Max(red, Math.Max(green, blue));
        float chroma = value - Math.Min(red, Math.Min(green, blue));
        float along = red - ((green + blue) * 0.5f);
        float across = (green - blue) * 0.8660254f;
        float length = MathF.Sqrt((along * along) + (across * across));
        float scale = length > 0 ? chroma / length : 0;
        x = along * scale;
        y = across * scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float LabCurve(float t)
    {
        t = Math.Max(t, 0);
        return t > LabKnee ? CubeRoot.Of(t) : (t * LabSlope) + LabOffset;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LabCurve(Vector256<float> t)
    {
        t = Vector256.Max(t, Vector256<float>.Zero);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(t, Vector256.Create(LabKnee)), CubeRoot.Of(t), (t * LabSlope) + Vector256.Create(LabOffset));
    }
}

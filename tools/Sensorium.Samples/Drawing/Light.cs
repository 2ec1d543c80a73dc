using System.Numerics;

namespace Sensorium.Samples.Drawing;

/// <summary>Colours as linear light, so that layers and glows add up as they do in air. Mixing goes through OKLab (Ottosson 2020), which keeps gradients clean.</summary>
internal static class Light
{
    /// <summary>Linear light of a colour written as in CSS.</summary>
    /// <param name="rgb">Hexadecimal RRGGBB.</param>
    /// <returns>Red, green and blue, 0..1.</returns>
    public static Vector3 Of(int rgb) => new(ToLinear((rgb >> 16) & 255), ToLinear((rgb >> 8) & 255), ToLinear(rgb & 255));

    /// <summary>The 8-bit sRGB level of one linear channel, unrounded.</summary>
    /// <param name="linear">Linear light.</param>
    /// <returns>0..255.</returns>
    public static float ToLevel(float linear)
    {
        float clipped = Math.Clamp(linear, 0, 1);
        return 255 * (clipped <= 0.0031308f ? 12.92f * clipped : (1.055f * MathF.Pow(clipped, 1 / 2.4f)) - 0.055f);
    }

    /// <summary>A colour between two others.</summary>
    /// <param name="from">Linear light at 0.</param>
    /// <param name="to">Linear light at 1.</param>
    /// <param name="amount">0..1.</param>
    /// <returns>Linear light.</returns>
    public static Vector3 Mix(Vector3 from, Vector3 to, float amount) => FromLab(Vector3.Lerp(ToLab(from), ToLab(to), Math.Clamp(amount, 0, 1)));

    /// <summary>OKLab of linear light.</summary>
    /// <param name="c">Linear light.</param>
    /// <returns>L, a, b.</returns>
    public static Vector3 ToLab(Vector3 c)
    {
        float l = MathF.Cbrt((0.4122214708f * c.X) + (0.5363325363f * c.Y) + (0.0514459929f * c.Z));
        float m = MathF.Cbrt((0.2119034982f * c.X) + (0.6806995451f * c.Y) + (0.1073969566f * c.Z));
        float s = MathF.Cbrt((0.0883024619f * c.X) + (0.2817188376f * c.Y) + (0.6299787005f * c.Z));
        return new Vector3(
            (0.2104542553f * l) + (0.7936177850f * m) - (0.0040720468f * s),
            (1.9779984951f * l) - (2.4285922050f * m) + (0.4505937099f * s),
            (0.0259040371f * l) + (0.7827717662f * m) - (0.8086757660f * s));
    }

    /// <summary>Linear light of OKLab, negative parts cut off.</summary>
    /// <param name="lab">L, a, b.</param>
    /// <returns>Linear light.</returns>
    public static Vector3 FromLab(Vector3 lab)
    {
        float l = lab.X + (0.3963377774f * lab.Y) + (0.2158037573f * lab.Z);
        float m = lab.X - (0.1055613458f * lab.Y) - (0.0638541728f * lab.Z);
        float s = lab.X - (0.0894841775f * lab.Y) - (1.2914855480f * lab.Z);
        l *= l * l;
        m *= m * m;
        s *= s * s;
        return Vector3.Max(Vector3.Zero, new Vector3(
            (4.0767416621f * l) - (3.3077115913f * m) + (0.2309699292f * s),
            (-1.2684380046f * l) + (2.6097574011f * m) - (0.3413193965f * s),
            (-0.0041960863f * l) - (0.7034186147f * m) + (1.7076147010f * s)));
    }

    private static float ToLinear(int level)
    {
        float x = level / 255f;
        return x <= 0.04045f ? x / 12.92f : MathF.Pow((x + 0.055f) / 1.055f, 2.4f);
    }
}

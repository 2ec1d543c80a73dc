namespace Sensorium.Samples.Drawing;

/// <summary>Smooth seeded noise: gradients on a lattice (Perlin, "An image synthesizer", SIGGRAPH 1985) with the quintic fade of 2002.</summary>
/// <param name="seed">The same seed gives the same noise.</param>
internal sealed class Noise(uint seed)
{
    /// <summary>One octave.</summary>
    /// <param name="x">Place; the lattice has a step of 1.</param>
    /// <param name="y">Place.</param>
    /// <returns>About -1..1, 0 on the lattice.</returns>
    public float At(float x, float y)
    {
        int x0 = (int)MathF.Floor(x);
        int y0 = (int)MathF.Floor(y);
        float fx = x - x0;
        float fy = y - y0;
        float u = Fade(fx);
        float v = Fade(fy);
        float top = Lerp(Slope(x0, y0, fx, fy), Slope(x0 + 1, y0, fx - 1, fy), u);
        float bottom = Lerp(Slope(x0, y0 + 1, fx, fy - 1), Slope(x0 + 1, y0 + 1, fx - 1, fy - 1), u);
        return Lerp(top, bottom, v) * 1.5f;
    }

    /// <summary>Several octaves, each twice as fine and half as strong.</summary>
    /// <param name="x">Place.</param>
    /// <param name="y">Place.</param>
    /// <param name="octaves">How many, at least 1.</param>
    /// <returns>About -1..1.</returns>
    public float Cloud(float x, float y, int octaves)
    {
        float sum = 0;
        float weight = 0.5f;
        for (int i = 0; i < octaves; i++)
        {
            sum += weight * At(x, y);
            (x, y, weight) = ((x * 2) + 19.7f, (y * 2) + 7.3f, weight * 0.5f);
        }

        return sum * 1.3f;
    }

    /// <summary>Sharp crests: octaves of folded noise.</summary>
    /// <param name="x">Place.</param>
    /// <param name="y">Place.</param>
    /// <param name="octaves">How many, at least 1.</param>
    /// <returns>0..1, 1 on the crests.</returns>
    public float Ridge(float x, float y, int octaves)
    {
        float sum = 0;
        float weight = 0.5f;
        for (int i = 0; i < octaves; i++)
        {
            float crest = 1 - MathF.Abs(At(x, y));
            sum += weight * crest * crest;
            (x, y, weight) = ((x * 2) + 31.1f, (y * 2) + 11.9f, weight * 0.5f);
        }

        return sum;
    }

    private static float Fade(float t) => t * t * t * ((t * ((t * 6) - 15)) + 10);

    private static float Lerp(float from, float to, float amount) => from + ((to - from) * amount);

    private float Slope(int x, int y, float dx, float dy)
    {
        uint h = unchecked(((uint)x * 0x9E3779B1u) ^ ((uint)y * 0x85EBCA77u) ^ (seed * 0xC2B2AE3Du));
        h = unchecked((h ^ (h >> 15)) * 0x2C1B3C6Du);
        h = unchecked((h ^ (h >> 12)) * 0x297A2D39u);
        h ^= h >> 15;
        (float gx, float gy) = (h & 7) switch
        {
            0 => (1f, 0f),
            1 => (-1f, 0f),
            2 => (0f, 1f),
            3 => (0f, -1f),
            4 => (0.7071f, 0.7071f),
            5 => (-0.7071f, 0.7071f),
            6 => (0.7071f, -0.7071f),
            _ => (-0.7071f, -0.7071f),
        };
        return (gx * dx) + (gy * dy);
    }
}

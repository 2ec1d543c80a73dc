using System.Numerics;

namespace Sensorium.Perception;

/// <summary>
/// Which small patterns a picture's surfaces have: uniform local binary patterns (Ojala, Pietikainen and Maenpaa, "Multiresolution
/// gray-scale and rotation invariant texture classification with local binary patterns", IEEE PAMI 2002) of eight neighbours on a circle
/// of one pixel, at three sizes. Unlike there patterns keep their direction, and a pattern and its mirror image are one. Square roots of shares.
/// </summary>
internal static class TextureCodes
{
    private const int Scales = 3;
    private const int Neighbours = 8;

    // Rounding must not decide whether a flat surface counts as level.
    private const float Slack = 1e-3f;

    private static readonly byte[] Classes = MakeClasses();

    /// <summary>Number of classes of patterns: 34 uniform ones and one for all others.</summary>
    private const int Kinds = 35;

    /// <summary>How many numbers.</summary>
    public const int Length = Scales * Kinds;

    /// <summary>Measures a picture.</summary>
    /// <param name="greys">Its lightness at three sizes, 0..255.</param>
    /// <returns><see cref="Length"/> numbers, 0..1; the squares of one size add up to 1, or 0 where it has no inner pixel.</returns>
    public static float[] Measure(IReadOnlyList<ScenePlane> greys)
    {
        float[] vector = new float[Length];
        for (int scale = 0; scale < Scales; scale++)
        {
            Count(greys[scale], vector.AsSpan(scale * Kinds, Kinds));
        }

        return vector;
    }

    private static void Count(ScenePlane plane, Span<float> shares)
    {
        (int width, int height) = (plane.Width, plane.Height);
        if (width < 3 || height < 3)
        {
            return;
        }

        // Whole steps, as a camera stores them: a clear sky is level, not noise below a step.
        float[] steps = new float[plane.Values.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = MathF.Round(plane.Values[i]);
        }

        for (int y = 1; y < height - 1; y++)
        {
            ReadOnlySpan<float> up = steps.AsSpan((y - 1) * width, width);
            ReadOnlySpan<float> here = steps.AsSpan(y * width, width);
            ReadOnlySpan<float> down = steps.AsSpan((y + 1) * width, width);
            for (int x = 1; x < width - 1; x++)
            {
                shares[Classes[CodeOf(up.Slice(x - 1, 3), here.Slice(x - 1, 3), down.Slice(x - 1, 3))]]++;
            }
        }

        float count = (width - 2) * (height - 2);
        for (int i = 0; i < Kinds; i++)
        {
            shares[i] = MathF.Sqrt(shares[i] / count);
        }
    }

    // Anticlockwise from the right; diagonal neighbours lie on the circle, between four pixels.
    private static int CodeOf(ReadOnlySpan<float> up, ReadOnlySpan<float> here, ReadOnlySpan<float> down)
    {
        const float Side = 0.70710678f;
        const float Near = (1 - Side) * (1 - Side);
        const float Edge = Side * (1 - Side);
        const float Far = Side * Side;
        float middle = here[1];
        float level = middle - Slack;
        int code = here[2] >= level ? 1 : 0;
        code |= (Near * middle) + (Edge * (up[1] + here[2])) + (Far * up[2]) >= level ? 2 : 0;
        code |= up[1] >= level ? 4 : 0;
        code |= (Near * middle) + (Edge * (up[1] + here[0])) + (Far * up[0]) >= level ? 8 : 0;
        code |= here[0] >= level ? 16 : 0;
        code |= (Near * middle) + (Edge * (down[1] + here[0])) + (Far * down[0]) >= level ? 32 : 0;
        code |= down[1] >= level ? 64 : 0;
        code |= (Near * middle) + (Edge * (down[1] + here[2])) + (Far * down[2]) >= level ? 128 : 0;
        return code;
    }

    private static byte[] MakeClasses()
    {
        byte[] classes = new byte[1 << Neighbours];
        Array.Fill(classes, byte.MaxValue);
        byte next = 0;
        for (int code = 0; code < classes.Length; code++)
        {
            int mirrored = Mirror(code);
            if (IsUniform(code) && classes[code] == byte.MaxValue)
            {
                classes[code] = next;
                classes[mirrored] = next++;
            }
        }

        for (int code = 0; code < classes.Length; code++)
        {
            classes[code] = classes[code] == byte.MaxValue ? next : classes[code];
        }

        return classes;
    }

    // At most two changes between set and unset around the circle.
    private static bool IsUniform(int code) => BitOperations.PopCount((uint)((code ^ ((code >> 1) | (code << 7))) & 0xFF)) <= 2;

    private static int Mirror(int code)
    {
        int mirrored = 0;
        for (int bit = 0; bit < Neighbours; bit++)
        {
            mirrored |= ((code >> bit) & 1) << ((4 - bit + Neighbours) % Neighbours);
        }

        return mirrored;
    }
}
